import {
  ASSIGNMENT_LIMIT,
  type AssignmentItem,
  countsFrom,
  readItem,
  SHELF_ANSWERS,
} from '../contract/assignment-items'
import type { Assignment } from '../contract/assignments'
import { planOn } from '../catalog/plan'
import type { Schedule } from '../catalog/calendar'
import type { Catalog } from '../catalog/types'
import { type Day, addDays, daysBetween, weekDays } from '../time/day'
import { formatDay } from '../time/format'
import { plainForm } from '../search/plain-form'

/** An assigned item as a line of a list. */
export interface AssignmentLine {
  item: string
  asks: AssignmentItem
  /** The kind of thing in one character. */
  kind: '读' | '听' | '看' | '答'
  title: string
  /** The plain name of what it is about, where the title is a scene. */
  about?: string
}

/** What an item is called; undefined when the catalog of this phone does not hold it. */
export function assignmentLine(catalog: Catalog, item: string): AssignmentLine | undefined {
  const asks = readItem(item)
  if (!asks) return undefined
  if (asks.kind === 'answers') return { item, asks, kind: '答', title: `答 ${asks.count} 题，哪个书架都行` }
  if ('shelf' in asks) {
    const shelf = catalog.shelves.find(it => it.id === asks.shelf)
    return shelf && { item, asks, kind: '答', title: `${shelf.title}：答 ${SHELF_ANSWERS} 题` }
  }
  if ('article' in asks) {
    const article = catalog.articles.find(it => it.id === asks.article)
    return article && { item, asks, kind: '答', title: `《${article.title}》的题` }
  }
  if (asks.kind === 'article') {
    const article = catalog.articles.find(it => it.id === asks.id)
    return article && { item, asks, kind: '读', title: article.title, ...aboutOf(article) }
  }
  const episode = catalog.episodes.find(it => it.id === asks.id)
  const kind = episode?.kind === 'audio' ? '听' : '看'
  return episode && { item, asks, kind, title: episode.title, ...aboutOf(episode) }
}

const aboutOf = ({ subject }: { subject?: string }) => (subject ? { about: subject } : {})

/** Articles and episodes of the week of `day` in the schedule, each once, with its theme; empty outside the schedule. */
export function weekItems(schedule: Schedule, day: Day): { theme?: string; items: string[] } {
  const plans = weekDays(day).flatMap(it => planOn(schedule, it) ?? [])
  const items = plans.flatMap(plan => [...plan.articles, ...(plan.episode ? [plan.episode] : [])])
  return { theme: planOn(schedule, day)?.theme, items: [...new Set(items)] }
}

/** A title of a task holds so many characters. */
export const TITLE_LIMIT = 60
/** So many what is said beside it. */
export const NOTE_LIMIT = 200

/**
 * What a task is called until the secretary calls it otherwise: by the week's theme when all of it is of the week, else by what is
 * to be learnt. `week` is what {@link weekItems} gives.
 */
export function usualTitle(
  catalog: Catalog,
  week: { theme?: string; items: readonly string[] },
  chosen: readonly string[],
): string {
  const { theme, items } = week
  if (theme && chosen.every(item => items.includes(item.replace(/^article:/, '')))) return `学习“${theme}”`
  const [first] = chosen.flatMap(item => assignmentLine(catalog, item) ?? [])
  if (!first) return '支部学习'
  const verb = first.kind === '答' ? '' : first.kind
  const what = first.kind === '答' ? first.title : `《${first.title}》`
  const rest = chosen.length > 1 ? `等 ${chosen.length} 项` : ''
  const room = TITLE_LIMIT - verb.length - rest.length
  return `${verb}${what.length > room ? `${what.slice(0, room - 1)}…` : what}${rest}`
}

/**
 * Articles and episodes whose title or plain name holds all of the words, as item ids, at most `limit`: 长征 is sought by what a
 * thing is about, and its title is a scene. Plain names that begin so come first.
 */
export function itemsByWords({ articles, episodes }: Catalog, words: string, limit: number): string[] {
  const wanted = words.split(/[\s，、]+/).flatMap(it => plainForm(it) || [])
  if (wanted.length === 0) return []
  const found = [...articles, ...episodes].filter(({ title, subject = '' }) => {
    const text = plainForm(`${title} ${subject}`)
    return wanted.every(it => text.includes(it))
  })
  const first = found.filter(it => plainForm(it.subject ?? '').indexOf(wanted[0]!) === 0)
  return [...first, ...found.filter(it => first.indexOf(it) < 0)].slice(0, limit).map(it => it.id)
}

/** What is said where these words find nothing. */
export const nothingFoundWord = (words: string): string =>
  `没有找到讲“${words.trim()}”的文章和节目。可以少写几个字，或者换一个叫法`

/** Until when, in words: `今天截止`, `还有 3 天`, `已过期 2 天`. */
export function dueWord(due: Day, today: Day): string {
  const left = daysBetween(today, due)
  if (left < 0) return `已过期 ${-left} 天`
  if (left === 0) return '今天截止'
  return left <= 14 ? `还有 ${left} 天` : `${formatDay(due)}截止`
}

/** What is left of several tasks, by their last days, the nearest first: `5 项，其中 2 项今天截止`. */
export function leftWord(dues: readonly Day[], today: Day): string {
  const first = dues.filter(it => it === dues[0]).length
  const word = dueWord(dues[0]!, today)
  return first === dues.length ? `${dues.length} 项，${word}` : `${dues.length} 项，其中 ${first} 项${word}`
}

/** Under an item of a task, wherever it can be opened: its task, and that what is studied before the first day does not count. */
export function taskNote(task: Pick<Assignment, 'title' | 'createdAt' | 'due'>, today: Day): string {
  const from = countsFrom(task)
  if (from <= today) return task.title
  return `${task.title}，${daysBetween(today, from) === 1 ? '明天' : formatDay(from)}起学的才算`
}

/** The Sunday of the week of `today`, or of the next when that is too near to be fair. */
export function usualDue(today: Day): Day {
  const sunday = weekDays(today)[6]!
  return daysBetween(today, sunday) >= 2 ? sunday : addDays(sunday, 7)
}

/** The last day of a form that may have been begun some days ago: one that is over by now is the usual one. */
export const dueOf = (due: Day, today: Day): Day => (due < today ? usualDue(today) : due)

/** What is chosen, with one more or without it, as far as one assignment goes. */
export const withToggled = (items: readonly string[], item: string): string[] =>
  items.includes(item) ? items.filter(it => it !== item) : [...items, item].slice(0, ASSIGNMENT_LIMIT)
