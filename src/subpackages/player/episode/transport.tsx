import { Text, View } from '@tarojs/components'
import type { EpisodeMeta } from '@domain/catalog/types'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import { spellSeconds } from '@/components/duration'
import { Icon, type IconName } from '@/components/icon'
import { replace, routes } from '@/navigation'
import { useCatalog } from '@/stores/catalog'
import { followers, isSound, preceding, soundBefore, soundsAfter } from '@/stores/play-order'
import { useComingToday } from '@/stores/listen-today'
import { usePlayer } from '@/stores/player'
import './transport.scss'

const SKIP = 15

interface Props {
  meta: EpisodeMeta
  /** It is this episode that the player holds. */
  mine: boolean
  playing: boolean
  /** The sound has been on its way for more than a moment. */
  fetching: boolean
  /** Second at which pressing play goes on. */
  from: number
  onToggle: () => void
}

/** The episode before, back, play, ahead, the episode after. */
export function Transport({ meta, mine, playing, fetching, from, onToggle }: Props) {
  const player = usePlayer()
  const { catalog } = useCatalog()
  // What is heard goes on without the films; where nothing is heard, they are pages like the rest.
  const before = mine ? soundBefore(catalog, meta) : preceding(catalog, meta)
  const after = mine ? (player.queue.find(isSound) ?? soundsAfter(catalog, meta)[0]) : followers(catalog, meta)[0]
  const today = useComingToday()
  const goesOn = mine && !!today && today.length > 0
  // While something else plays, or nothing, it is the page that turns, and nothing starts by itself.
  const turn = (to: EpisodeMeta | undefined) => to && replace(routes.episode(to.id))
  const main = fetching
    ? '正在取声音，点一下不再等'
    : playing
      ? '暂停'
      : from > 0
        ? `从 ${spellSeconds(from)}处接着听`
        : '播放'
  return (
    <View className="transport">
      <Side
        id="previous"
        icon="previous"
        label={before ? `上一集：${before.title}` : '没有上一集'}
        disabled={!before}
        onPress={() => (mine ? player.previous() : turn(before))}
      />
      <Side
        id="rewind"
        icon="rewind"
        figure={SKIP}
        label={`退 ${SKIP} 秒`}
        disabled={!mine}
        onPress={() => player.skip(-SKIP)}
      />
      <View id="toggle" className="transport__main" onClick={onToggle} {...a11y({ role: 'button', label: main })}>
        <Icon name={playing || fetching ? 'pause' : 'play'} />
      </View>
      <Side
        id="skip"
        icon="skip"
        figure={SKIP}
        label={`进 ${SKIP} 秒`}
        disabled={!mine}
        onPress={() => player.skip(SKIP)}
      />
      <Side
        id="next"
        icon="next"
        label={goesOn ? '下一件' : after ? `下一集：${after.title}` : '没有下一集'}
        disabled={!after && !goesOn}
        onPress={() => (mine ? player.next() : turn(after))}
      />
    </View>
  )
}

interface SideProps {
  id: string
  icon: IconName
  figure?: number
  label: string
  disabled: boolean
  onPress: () => void
}

function Side({ id, icon, figure, label, disabled, onPress }: SideProps) {
  return (
    <View
      id={id}
      className={classNames('transport__side', disabled && 'transport__side--off')}
      onClick={() => !disabled && onPress()}
      {...a11y({ role: 'button', label, disabled })}
    >
      <Icon name={icon} />
      {figure !== undefined && <Text className="transport__figure">{figure}</Text>}
    </View>
  )
}
