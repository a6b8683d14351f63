import type { Availability } from '@domain/catalog/availability'
import type { ArticleMeta, EpisodeMeta } from '@domain/catalog/types'
import { DOT } from './dot'
import { readingMinutes, spellSeconds } from './duration'
import { Row } from './row'

/** A line for an article: what it costs, and whether it is done. */
export function ArticleRow({ article, done, onPress }: { article: ArticleMeta; done: boolean; onPress: () => void }) {
  return (
    <Row
      id={`row-${article.id}`}
      kind="读"
      title={article.title}
      note={article.subject}
      meta={`${readingMinutes(article.chars)} 分钟`}
      done={done}
      onPress={onPress}
    />
  )
}

/** What it takes to hear it, after its length; an episode that is read by nobody has no length. */
const AFTER: Record<Availability, string> = {
  package: `${DOT}自带`,
  download: `${DOT}已下载`,
  host: `${DOT}要联网`,
  voice: `${DOT}手机朗读`,
  words: '只有文稿',
}

interface EpisodeProps {
  episode: EpisodeMeta
  availability: Availability
  done: boolean
  onPress: () => void
}

/** A line for an episode; it says whether a network is needed, or that nobody has recorded it. */
export function EpisodeLine({ episode, availability, done, onPress }: EpisodeProps) {
  return (
    <Row
      id={`row-${episode.id}`}
      kind={episode.kind === 'audio' ? '听' : '看'}
      title={episode.title}
      note={episode.subject}
      meta={`${availability === 'words' ? '' : spellSeconds(episode.seconds)}${AFTER[availability]}`}
      done={done}
      onPress={onPress}
    />
  )
}
