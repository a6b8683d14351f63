import type { CourseItem } from '@domain/catalog/courses'
import type { ArticleMeta, Catalog } from '@domain/catalog/types'
import { aboutWords } from '@/components/item-row'
import { readingMinutes, spellSeconds } from '@/components/duration'
import { routes } from '@/navigation'
import { findArticle, findEpisode } from '@/stores/catalog'

/** A step of a course as a row says it. */
export interface StepWords {
  id: string
  kind: string
  title: string
  about: string
  cost: string
  url: string
  /** What is read. */
  article?: ArticleMeta
}

/** Undefined when the catalog has it no more. */
export function stepWords(catalog: Catalog, item: CourseItem): StepWords | undefined {
  if (typeof item !== 'string') {
    const article = findArticle(catalog, item.quiz)
    return (
      article && {
        id: `quiz-${item.quiz}`,
        kind: '答',
        title: `《${article.title}》的题`,
        about: article.subject ?? '',
        cost: `${article.questions} 题`,
        url: routes.run({ mode: 'article', article: item.quiz }),
      }
    )
  }
  const article = findArticle(catalog, item)
  if (article)
    return {
      id: item,
      kind: '读',
      title: article.title,
      about: aboutWords(article),
      cost: `${readingMinutes(article.chars)} 分钟`,
      url: routes.article(item),
      article,
    }
  const episode = findEpisode(catalog, item)
  return (
    episode && {
      id: item,
      kind: episode.kind === 'audio' ? '听' : '看',
      title: episode.title,
      about: aboutWords(episode),
      cost: spellSeconds(episode.seconds),
      url: routes.episode(item),
    }
  )
}
