import type { Availability } from '@domain/catalog/availability'
import type { ArticleMeta, EpisodeMeta } from '@domain/catalog/types'
import { ARTICLE_REACHED } from '@domain/progress/finish'
import { formatFuzzyDate } from '@domain/time/fuzzy-date'
import { DOT } from './dot'
import { formatSeconds, readingMinutes, scriptChars, spellSeconds } from './duration'
import { withDots } from './line-breaks'
import { Row } from './row'

/** What a thing is, under a title that may be a scene: its plain name where it has one, and when it was. */
export function aboutWords({ subject, date }: Pick<ArticleMeta, 'subject' | 'date'>): string {
  const when = formatFuzzyDate(date)
  if (!subject) return when
  return /\d{4}/.test(subject) ? withDots(subject) : `${subject}${DOT}${when}`
}

/** How far an article that is not finished was read: whoever has come to its end has leafed through it. */
export const readSoFar = (reached: number): string =>
  reached < ARTICLE_REACHED ? `读到 ${Math.round(reached * 100)}%` : '翻到末尾'

/** A drawing stands where the kind would: that is said before what it costs then. */
const before = (kind: string, picture: string | undefined) => (picture === undefined ? '' : `${kind} `)

interface ArticleProps {
  article: ArticleMeta
  done: boolean
  /** Begun and not finished: how far, 0–1. */
  reached?: number
  /** Address of its drawing, in a list that has them; '' while it is on its way. */
  picture?: string
  /** In a list of drawings. */
  drawings?: boolean
  onPress: () => void
}

/** A line for an article: what it is, what it costs, and whether it is done or how far it was read. */
export function ArticleRow({ article, done, reached = 0, picture, drawings, onPress }: ArticleProps) {
  const far = !done && reached > 0 ? `${readSoFar(reached)}${DOT}` : ''
  return (
    <Row
      id={`row-${article.id}`}
      kind="读"
      picture={picture}
      drawings={drawings}
      title={article.title}
      note={aboutWords(article)}
      meta={`${far || before('读', picture)}${readingMinutes(article.chars)} 分钟`}
      done={done}
      onPress={onPress}
    />
  )
}

/** What it takes to hear it, after its length; what is read by nobody is there to be read. */
const AFTER: Record<Availability, string> = {
  own: `${DOT}我讲的`,
  package: `${DOT}自带`,
  download: `${DOT}已下载`,
  host: `${DOT}要联网`,
  voice: `${DOT}手机朗读`,
  words: '',
}

interface EpisodeProps {
  episode: EpisodeMeta
  availability: Availability
  done: boolean
  /** Begun and not finished: the second it was left at. */
  second?: number
  /** Address of its drawing. */
  picture?: string
  /** In a list of drawings. */
  drawings?: boolean
  onPress: () => void
}

/** A line for an episode; it says whether a network is needed, or that nobody has recorded it. */
export function EpisodeLine({ episode, availability, done, second = 0, picture, drawings, onPress }: EpisodeProps) {
  const words = availability === 'words'
  const verb = words ? '读' : episode.kind === 'audio' || availability === 'own' ? '听' : '看'
  const far = !done && second > 0 ? `${verb}到 ${formatSeconds(second)}${DOT}` : ''
  return (
    <Row
      id={`row-${episode.id}`}
      kind={verb}
      picture={picture}
      drawings={drawings}
      title={episode.title}
      note={aboutWords(episode)}
      meta={
        words
          ? `只有文稿${DOT}${readingMinutes(scriptChars(episode))} 分钟`
          : `${far || before(verb, picture)}${spellSeconds(episode.seconds)}${AFTER[availability]}`
      }
      done={done}
      onPress={onPress}
    />
  )
}
