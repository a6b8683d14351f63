import { Text, View } from '@tarojs/components'
import { open, routes } from '@/services/navigation'
import { usePlayer } from '@/stores/player'
import { formatSeconds } from '@/components/duration'
import { a11y } from '@/components/a11y'
import { Icon } from '@/components/icon'
import './index.scss'

/** What is playing, on every page; gone once it is closed. */
export function MiniPlayer({ aboveTabs }: { aboveTabs: boolean }) {
  const { episode, status, position, duration, toggle, close } = usePlayer()
  if (!episode) return null
  const playing = status === 'playing'
  return (
    <View className={aboveTabs ? 'mini-player mini-player--tabs' : 'mini-player'}>
      <View
        id="mini-toggle"
        className="mini-player__button"
        onClick={toggle}
        {...a11y({ role: 'button', label: playing ? '暂停' : '播放' })}
      >
        <Icon name={playing ? 'pause' : 'play'} />
      </View>
      <View
        className="mini-player__words"
        onClick={() => open(routes.episode(episode.id))}
        {...a11y({ role: 'link', label: `正在听：${episode.title}` })}
      >
        <Text className="mini-player__title">{episode.title}</Text>
        <Text className="mini-player__time">
          {formatSeconds(position)} / {formatSeconds(duration)}
        </Text>
      </View>
      <View
        id="mini-close"
        className="mini-player__button"
        onClick={close}
        {...a11y({ role: 'button', label: '停止播放' })}
      >
        <Icon name="close" />
      </View>
    </View>
  )
}
