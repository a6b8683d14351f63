/** 主题党日 on a big screen: what a theme holds, and the way through it. */
import type { Schedule } from '../catalog/calendar'
import type { CoursesFile } from '../catalog/courses'
import { weekAt } from '../catalog/plan'
import type { Catalog, Question, ShelfId } from '../catalog/types'
import { seeded, shuffle } from '../quiz/random'
import { sorted } from '../quiz/select'
import { isAskable, type RoomQuestion } from '../room/question'
import type { Day } from '../time/day'

/** A theme to choose: a week of the schedule, or a week of a course. */
export interface Theme {
  /** `w12`, or `changzheng-2`: stands in addresses. */
  id: string
  title: string
  note: string
  /** Where it is from, in words. */
  from: string
  articles: string[]
  episodes: string[]
  /** Planned with it. */
  questions: string[]
}

/** So many questions are solved together. */
const TOGETHER = 10

/** Every theme, the running week's first, then the weeks to come, then the courses. */
export function themesOf(schedule: Schedule, { courses }: CoursesFile, today: Day): Theme[] {
  const running = weekAt(schedule.starts, schedule.weeks.length, today) ?? 0
  const weeks = schedule.weeks.map(({ theme, note, days }, i) => ({
    id: `w${i}`,
    title: theme,
    note,
    from: i === running ? '本周主题' : '每周主题',
    articles: unique(days.flatMap(it => it.articles)),
    episodes: unique(days.flatMap(it => it.episode ?? [])),
    questions: unique(days.flatMap(it => it.questions)),
  }))
  const ofCourses = courses.flatMap(course =>
    course.weeks.map(({ title, items }, i) => {
      const ids = items.filter((it): it is string => typeof it === 'string')
      return {
        id: `${course.id}-${i + 1}`,
        title,
        note: course.note,
        from: `${course.title}，第 ${i + 1} 周`,
        articles: ids.filter(it => it.startsWith('a-')),
        episodes: ids.filter(it => it.startsWith('e-')),
        questions: [],
      }
    }),
  )
  return [...weeks.slice(running), ...weeks.slice(0, running), ...ofCourses]
}

const unique = (ids: readonly string[]) => [...new Set(ids)]

/** What is shown of a theme. Ids; empty where there is nothing of the kind. */
export interface Plan {
  /** To read aloud, the first unless another is chosen. */
  articles: string[]
  /** To be played: films first, and only what has a recording. */
  episodes: string[]
}

/** What of the theme is there and can be shown. */
export function planOf(theme: Theme, catalog: Pick<Catalog, 'articles' | 'episodes'>): Plan {
  const articles = new Set(catalog.articles.map(it => it.id))
  const played = theme.episodes.flatMap(id => catalog.episodes.find(it => it.id === id && it.media) ?? [])
  const films = played.filter(it => it.kind === 'video')
  const heard = played.filter(it => it.kind === 'audio')
  return { articles: theme.articles.filter(id => articles.has(id)), episodes: [...films, ...heard].map(it => it.id) }
}

/** The shelves whose questions may be asked with it. */
export function shelvesOf({ articles }: Plan, catalog: Pick<Catalog, 'articles'>): ShelfId[] {
  const wanted = new Set(articles)
  return [...new Set(catalog.articles.filter(it => wanted.has(it.id)).map(it => it.shelf))]
}

/**
 * The questions to solve together: those of the article that is read, then those planned with the theme or resting on its
 * articles, then others of the same shelves. The same theme and article ask the same in the same order.
 */
export function questionsOf(
  theme: Theme,
  article: string | undefined,
  pool: readonly Question[],
  count = TOGETHER,
): RoomQuestion[] {
  const mixed = shuffle(sorted(pool.filter(isAskable)), seeded(`theme:${theme.id}`)) as RoomQuestion[]
  const planned = new Set(theme.questions)
  const articles = new Set(theme.articles)
  const near = (it: RoomQuestion) => {
    if (it.evidence.article === article) return 0
    return planned.has(it.id) || articles.has(it.evidence.article) ? 1 : 2
  }
  return [0, 1, 2].flatMap(distance => mixed.filter(it => near(it) === distance)).slice(0, count)
}

export type Part = 'theme' | 'article' | 'film' | 'questions' | 'end'

/** Where the screen is: plain JSON, kept at every step. */
export interface Place {
  part: Part
  /** Of the article, from 0. */
  page: number
  /** From 0. */
  question: number
  /** Its answer is shown. */
  solved: boolean
}

export const BEGINNING: Place = { part: 'theme', page: 0, question: 0, solved: false }

/** How much there is of each part; none of it is shown where there is nothing. */
export interface Sizes {
  pages: number
  films: number
  questions: number
}

/** The parts that have something to show, in their order. */
export function partsOf({ pages, films, questions }: Sizes): Part[] {
  return [
    'theme',
    ...(pages > 0 ? ['article' as const] : []),
    ...(films > 0 ? ['film' as const] : []),
    ...(questions > 0 ? ['questions' as const] : []),
    'end',
  ]
}

/** One step on: the next page, the answer, the next question, the next part. At the end it stays. */
export function stepOn(place: Place, sizes: Sizes): Place {
  if (place.part === 'article' && place.page + 1 < sizes.pages) return { ...place, page: place.page + 1 }
  if (place.part === 'questions') {
    if (!place.solved) return { ...place, solved: true }
    if (place.question + 1 < sizes.questions) return { ...place, question: place.question + 1, solved: false }
  }
  const parts = partsOf(sizes)
  const next = parts[parts.indexOf(place.part) + 1]
  return next ? atStart(place, next) : place
}

/** One step back, to where one was before {@link stepOn}; at the beginning it stays. */
export function stepBack(place: Place, sizes: Sizes): Place {
  if (place.part === 'article' && place.page > 0) return { ...place, page: place.page - 1 }
  if (place.part === 'questions') {
    if (place.solved) return { ...place, solved: false }
    if (place.question > 0) return { ...place, question: place.question - 1, solved: true }
  }
  const parts = partsOf(sizes)
  const before = parts[parts.indexOf(place.part) - 1]
  if (!before) return place
  const { pages, questions } = sizes
  const part = { ...place, part: before }
  return before === 'article'
    ? { ...part, page: pages - 1 }
    : before === 'questions'
      ? { ...part, question: questions - 1, solved: true }
      : part
}

/** The beginning of a part. */
export function atStart(place: Place, part: Part): Place {
  return {
    ...place,
    part,
    ...(part === 'article' && { page: 0 }),
    ...(part === 'questions' && { question: 0, solved: false }),
  }
}

/** What the minutes of a 主题党日 begin with: what is studied is known, what is said is not. */
export function begunMinutes(theme: string, read?: string, seen?: { title: string; film: boolean }): string {
  const steps = [
    `主题：${theme}`,
    read && `一起读：《${read}》`,
    seen && `一起${seen.film ? '看' : '听'}：《${seen.title}》`,
    '一起答题，看出处',
    '讨论：',
    '议定：',
  ]
  return steps.filter(Boolean).join('\n')
}
