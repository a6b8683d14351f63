import type { ArticleMeta, EpisodeMeta } from '@domain/feed/types'
import { readingMinutes, spellSeconds } from './duration'
import { Row } from './row'

/** A line for an article: what it costs, and whether it is done. */
export function ArticleRow({ article, done, onPress }: { article: ArticleMeta; done: boolean; onPress: () => void }) {
  return (
    <Row
      id={`row-${article.id}`}
      kind="读"
      title={article.title}
      meta={`${readingMinutes(article.chars)} 分钟`}
      done={done}
      onPress={onPress}
    />
  )
}

/** A line for an episode; one without a media file says that only the words are there. */
export function EpisodeRow({ episode, done, onPress }: { episode: EpisodeMeta; done: boolean; onPress: () => void }) {
  return (
    <Row
      id={`row-${episode.id}`}
      kind={episode.kind === 'audio' ? '听' : '看'}
      title={episode.title}
      meta={episode.media ? spellSeconds(episode.seconds) : '文稿'}
      done={done}
      onPress={onPress}
    />
  )
}
