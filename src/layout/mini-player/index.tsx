import { Text, View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import { formatSeconds } from '@/components/duration'
import { Icon } from '@/components/icon'
import { open, routes } from '@/navigation'
import { scrollToNode, scrollToTop } from '@/platform/page/scroll'
import { useAloud } from '@/stores/aloud'
import { useFetching } from '@/hooks/fetching'
import { usePlayer } from '@/stores/player'
import './index.scss'

interface Props {
  /** Where it floats: at the bottom, above the tabs, or in the bar of the page's main action. */
  place: 'bare' | 'tabs' | 'docked'
  /** The article or episode that the page itself is about. */
  own?: string
  /** The page has controls of its own for it in sight. */
  quiet?: boolean
}

/** What sounds, on every page: an article that is read out, else the episode; gone once it is closed. */
export function MiniPlayer({ place, own, quiet }: Props) {
  const aloud = useAloud(state => state.article)
  const episode = usePlayer(state => state.episode)
  const id = (aloud ?? episode)?.id
  if (id === undefined || (quiet && id === own)) return null
  return (
    <View className={`mini-player mini-player--${place}`}>
      {aloud ? <Aloud here={id === own} /> : <Episode here={id === own} />}
    </View>
  )
}

function Aloud({ here }: { here: boolean }) {
  const { article, status, problem, paragraph, toggle, close } = useAloud()
  if (!article) return null
  const go = () => (here ? scrollToNode(`${article.id}-p${paragraph}`) : open(routes.article(article.id)))
  return (
    <Bar
      playing={status === 'speaking'}
      label="正在朗读"
      title={article.title}
      where={problem ? `没有声音：${problem}` : `读到第 ${paragraph + 1} 段`}
      onToggle={toggle}
      onOpen={go}
      onClose={close}
    />
  )
}

function Episode({ here }: { here: boolean }) {
  const { episode, status, problem, position, duration, toggle, stopWaiting, close } = usePlayer()
  const fetching = useFetching()
  if (!episode) return null
  const times = fetching ? '正在取声音…' : `${formatSeconds(position)} / ${formatSeconds(duration)}`
  return (
    <Bar
      playing={status === 'playing'}
      fetching={fetching}
      label="正在听"
      title={episode.title}
      where={status === 'failed' ? `放不出来：${problem}` : status === 'asking' ? '要用流量，点开看看' : times}
      onToggle={fetching ? stopWaiting : toggle}
      onOpen={() => (here ? scrollToTop() : open(routes.episode(episode.id)))}
      onClose={close}
    />
  )
}

interface BarProps {
  playing: boolean
  /** What is to play is on its way; pressing again no longer waits for it. */
  fetching?: boolean
  label: string
  title: string
  where: string
  onToggle: () => void
  onOpen: () => void
  onClose: () => void
}

function Bar({ playing, fetching, label, title, where, onToggle, onOpen, onClose }: BarProps) {
  return (
    <>
      <View
        id="mini-toggle"
        className="mini-player__button"
        onClick={onToggle}
        {...a11y({ role: 'button', label: fetching ? '不再等' : playing ? '暂停' : '播放' })}
      >
        <Icon name={playing || fetching ? 'pause' : 'play'} />
      </View>
      <View
        id="mini-open"
        className="mini-player__words"
        onClick={onOpen}
        {...a11y({ role: 'link', label: `${label}：${title}` })}
      >
        <Text className="mini-player__title">{title}</Text>
        <Text className="mini-player__time">{where}</Text>
      </View>
      <View
        id="mini-close"
        className="mini-player__button"
        onClick={onClose}
        {...a11y({ role: 'button', label: '停止播放' })}
      >
        <Icon name="close" />
      </View>
    </>
  )
}
