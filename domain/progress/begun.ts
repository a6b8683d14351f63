import type { ArticleMeta, EpisodeMeta } from '../catalog/types'
import { continueList } from './completion'
import { isArticle } from './state'
import type { MemberItem } from './summaries'

/** Something that was begun and can be gone on with. */
export type Begun = { kind: 'read' | 'listen'; at: number; known: MemberItem } | { kind: 'answer'; at: number }

/** Engaged seconds under which an article or episode was only looked into. */
const GLIMPSE_SECONDS = 30
/** Share of an article that would be shown as 读到 0%. */
const NOTHING_REACHED = 0.005

interface Lists {
  articles: readonly Pick<ArticleMeta, 'id' | 'shelf'>[]
  episodes: readonly Pick<EpisodeMeta, 'id' | 'shelf' | 'series'>[]
}

/**
 * What to go on with: at most one thing to read, one to hear and one to answer, the latest first. What was only looked
 * into comes after real work, however late it was; an article that was opened and left again was not begun.
 * @param answering when the interrupted quiz was last touched; undefined where nothing of it would be lost
 */
export function begunThings(catalog: Lists, items: Record<string, MemberItem>, answering?: number): Begun[] {
  const open = continueList(catalog, items, Infinity).sort((a, b) => glimpsed(a) - glimpsed(b))
  const read = open.find(it => isArticle(it.item) && !(glimpsed(it) && it.reached < NOTHING_REACHED))
  const heard = open.find(it => !isArticle(it.item))
  const things: Begun[] = [
    ...(answering === undefined ? [] : [{ kind: 'answer' as const, at: answering }]),
    ...(read ? [{ kind: 'read' as const, at: read.lastAt, known: read }] : []),
    ...(heard ? [{ kind: 'listen' as const, at: heard.lastAt, known: heard }] : []),
  ]
  const weight = (it: Begun) => ('known' in it ? glimpsed(it.known) : 0)
  return things.sort((a, b) => weight(a) - weight(b) || b.at - a.at)
}

const glimpsed = ({ seconds }: MemberItem) => (seconds < GLIMPSE_SECONDS ? 1 : 0)
