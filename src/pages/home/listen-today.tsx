import { Text } from '@tarojs/components'
import type { Catalog } from '@domain/catalog/types'
import type { Today } from '@domain/progress/today'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { DOT } from '@/components/dot'
import { readingMinutes, scriptChars } from '@/components/duration'
import { Icon } from '@/components/icon'
import { MainAction } from '@/components/main-action'
import { useAvailability } from '@/hooks/availability'
import { open, routes } from '@/navigation'
import { useAloud } from '@/stores/aloud'
import { findArticle, findEpisode } from '@/stores/catalog'
import { secondsLeft, useListenToday, type Piece } from '@/stores/listen-today'
import { usePlayer } from '@/stores/player'
import { useSettings } from '@/stores/settings'
import { useVoice } from '@/stores/voice'
import { useMember } from '@/stores/member'

/**
 * The page's one main action: plays what is left of today one after another. Below it stands what it will play, and what
 * only the eyes can do on this phone; where nothing can be heard it opens what there is to read.
 */
export function ListenToday({ catalog, today }: { catalog: Catalog; today: Today }) {
  const availabilityOf = useAvailability()
  const able = useVoice(state => state.able)
  const rate = useSettings(state => state.rate)
  const run = useListenToday()
  const player = usePlayer(state => state.status)
  const playing = usePlayer(state => state.episode?.id)
  const aloud = useAloud(state => state.status)
  const spoken = useAloud(state => state.article?.id)
  // Where each was left decides how long it still takes.
  useMember(state => state.progress.items)

  const left = today.pieces.filter(it => !it.done)
  const current = run.pieces[run.at]
  const sounds = current && (current.kind === 'episode' ? playing : spoken) === current.it.id
  if (left.length === 0 && !sounds) return null
  // What sounds, though it was begun elsewhere, is not offered again: its own bar is on this page.
  const offered = left.filter(({ id }) => id !== playing && id !== spoken)
  const episodes = offered.flatMap(({ id }) => findEpisode(catalog, id) ?? [])
  const articles = offered.flatMap(({ id }) => findArticle(catalog, id) ?? [])
  const audible: Piece[] = [
    // A film is to be seen; it has its own row.
    ...episodes
      .filter(it => it.kind === 'audio' && availabilityOf(it) !== 'words')
      .map(it => ({ kind: 'episode' as const, it })),
    ...(able ? articles.map(it => ({ kind: 'article' as const, it })) : []),
  ]
  if (sounds) {
    const on = current.kind === 'episode' ? player === 'playing' || player === 'loading' : aloud === 'speaking'
    const which = run.pieces.length > 1 ? `${DOT}第 ${run.at + 1} 件，共 ${run.pieces.length} 件` : ''
    const toggle = () => (current.kind === 'episode' ? usePlayer.getState().toggle() : useAloud.getState().toggle())
    return (
      <Main id="listen-today" icon={on ? 'pause' : 'play'} onPress={toggle} note={run.problem}>
        {`${on ? '停一下' : '接着听'}${which}`}
      </Main>
    )
  }
  if (audible.length === 0) {
    const scripts = episodes.filter(it => availabilityOf(it) === 'words')
    const first = articles[0] ?? scripts[0]
    if (!first || offered.length < left.length) return null
    const film = episodes.some(it => it.kind === 'video' && availabilityOf(it) !== 'words')
    const chars = [...articles.map(it => it.chars), ...scripts.map(scriptChars)].reduce((sum, it) => sum + it, 0)
    return (
      <Main
        id="read-today"
        icon="book"
        onPress={() => open(articles[0] ? routes.article(first.id) : routes.episode(first.id))}
        note={film ? '今天的节目是影片，在下面看' : '这部手机上今天没有能放的声音，先读'}
      >
        {`读今天${DOT}${readingMinutes(chars)} 分钟`}
      </Main>
    )
  }
  const seconds = audible.reduce((sum, it) => sum + secondsLeft(it), 0) / rate
  return (
    <Main id="listen-today" icon="play" onPress={() => run.start(audible)} note={whatPlays(audible, offered.length)}>
      {`听今天${DOT}${Math.max(1, Math.round(seconds / 60))} 分钟`}
    </Main>
  )
}

/** `先放一集节目，再由手机朗读两篇文章`, and what stays to be read or seen. */
function whatPlays(audible: Piece[], all: number): string {
  const episodes = audible.filter(it => it.kind === 'episode').length
  const articles = audible.length - episodes
  const parts = [
    episodes > 0 && `放${COUNTS[episodes] ?? episodes}集节目`,
    articles > 0 && `由手机朗读${COUNTS[articles] ?? articles}篇文章`,
  ].filter(Boolean)
  const silent = all - audible.length
  return `${parts.length > 1 ? `先${parts.join('，再')}` : parts[0]}${silent > 0 ? `；另外${COUNTS[silent] ?? silent}件要自己看` : ''}`
}

const COUNTS: Record<number, string> = { 1: '一', 2: '两', 3: '三' }

interface MainProps {
  id: string
  icon: 'play' | 'pause' | 'book'
  note?: string
  onPress: () => void
  children: string
}

function Main({ id, icon, note, onPress, children }: MainProps) {
  return (
    <MainAction note={note}>
      <Button id={id} look="main" label={children.split(DOT).join('，')} onPress={onPress}>
        <Icon name={icon} />
        <Text {...a11y({ hidden: true })}>{children}</Text>
      </Button>
    </MainAction>
  )
}
