import type { MemberItem } from './summaries'
import type { ArticleMeta, EpisodeMeta } from '../catalog/types'
import { shanghaiDay } from '../time/day'
import { formatFullDay } from '../time/format'
import { isArticle } from './state'

/** A shelf or a series: what can be gone through from its first item to its last. */
export type ListKind = 'shelf' | 'series'

interface Lists {
  articles: readonly Pick<ArticleMeta, 'id' | 'shelf'>[]
  episodes: readonly Pick<EpisodeMeta, 'id' | 'shelf' | 'series'>[]
  shelves: readonly { id: string; title: string }[]
  series: readonly { id: string; title: string }[]
}

/** One that has been finished, as its card says it. */
export interface FinishedList {
  title: string
  articles: number
  episodes: number
  /** First day on which something of it was opened, last day on which something of it was finished. */
  from: string
  to: string
  /** Engaged minutes, whole. */
  minutes: number
}

/** A shelf or series of the catalog with how far the member is; undefined when there is none of that name, or nothing in it. */
export function goneThrough(
  catalog: Lists,
  items: Record<string, MemberItem>,
  kind: ListKind,
  id: string,
): { title: string; done: number; total: number; finished?: FinishedList } | undefined {
  const title = (kind === 'shelf' ? catalog.shelves : catalog.series).find(it => it.id === id)?.title
  const of: readonly { id: string; shelf: string; series?: string }[] = [...catalog.articles, ...catalog.episodes]
  const ids = of.filter(it => (kind === 'shelf' ? it.shelf : it.series) === id).map(it => it.id)
  if (title === undefined || ids.length === 0) return undefined
  const done = ids.flatMap(item => (items[item]?.finishedAt === undefined ? [] : [items[item]!]))
  const progress = { title, done: done.length, total: ids.length }
  if (done.length < ids.length) return progress
  const articles = done.filter(it => isArticle(it.item)).length
  return {
    ...progress,
    finished: {
      title,
      articles,
      episodes: done.length - articles,
      from: shanghaiDay(Math.min(...done.map(it => it.firstAt))),
      to: done.map(it => it.finishedDay ?? shanghaiDay(it.finishedAt!)).reduce((a, b) => (a > b ? a : b)),
      minutes: Math.round(done.reduce((sum, it) => sum + it.seconds, 0) / 60),
    },
  }
}

/** The card in lines of words, the same for text and picture. */
export function cardLines({ articles, episodes, from, to, minutes }: FinishedList): string[] {
  const what = [articles > 0 && `${articles} 篇文章`, episodes > 0 && `${episodes} 集节目`].filter(Boolean).join('、')
  return [
    `读完听完 ${what}`,
    from === to ? `${formatFullDay(to)}学完` : `${formatFullDay(from)}开始，${formatFullDay(to)}学完`,
    `认真学了 ${minutes} 分钟`,
  ]
}
