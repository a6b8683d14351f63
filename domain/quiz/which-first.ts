import type { CitedLedger, LedgerEvent } from '../catalog/ledger'
import type { Catalog } from '../catalog/types'
import { daysBetween, type Day } from '../time/day'
import { hash32 } from './random'

// 哪件在先: five pairs a day of what the ledger dates to the day; which of the two came first?

/** Two events of the ledger, as they stand on the page: the first is not always the earlier. */
export interface Pair {
  left: LedgerEvent
  right: LedgerEvent
}

/** Which one was said to be the earlier. */
export type Side = 'left' | 'right'

/**
 * Days after which a pair may come again. A pair belongs to one of as many classes and a day asks from one class, so it takes
 * so many days until it can be asked again, however the ledger grows meanwhile.
 */
const ROUND = 61
/** From which days are counted; any would do, and another one would ask other pairs. */
const FIRST_DAY = '2026-01-01'

/** How far apart the two are, days: at least a week, else it is a question of days of the week; under 25 years, else none at all. */
const BANDS: { least: number; under: number; count: number }[] = [
  { least: 1_826, under: 9_131, count: 2 },
  { least: 365, under: 1_826, count: 2 },
  { least: 7, under: 365, count: 1 },
]

/** Pairs of a day. */
export const PAIRS = 5

/** Days back that can still be answered. */
export const ARCHIVE_DAYS = 30

/** A name that says its own year gives the answer away. */
const NAMES_ITS_YEAR = /\d{4}|[一二][九八〇○零][〇○零一二三四五六七八九]{2}年/

const exact = ({ date, circa }: LedgerEvent): boolean => date.length === 'YYYY-MM-DD'.length && !circa

/** Events that can be asked about: dated to the day, and cited by an article that a member can open. By date. */
export function askable(ledger: CitedLedger, catalog: Pick<Catalog, 'articles'>): LedgerEvent[] {
  const cited = new Set<number>()
  for (const { id } of catalog.articles) for (const at of ledger.citations[id]?.events ?? []) cited.add(at)
  return ledger.events
    .filter((event, at) => cited.has(at) && exact(event) && !NAMES_ITS_YEAR.test(event.title))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.id < b.id ? -1 : 1))
}

/** 二大 and 三大: names that count say which came first. */
const uncounted = (title: string): string => title.replace(/[\d〇零一二三四五六七八九十百]+/g, '#')

/** Two that make a question: the earlier was over when the later began, and their names do not count. */
const asks = (earlier: LedgerEvent, later: LedgerEvent): boolean =>
  (earlier.end ?? earlier.date) < later.date && uncounted(earlier.title) !== uncounted(later.title)

/**
 * The five pairs of a day, the same on every phone with this ledger: the far ones first. No event comes twice in a day, no
 * pair again within 60 days.
 * @param events from {@link askable}
 */
export function pairsOf(events: readonly LedgerEvent[], day: Day): Pair[] {
  const place = ((daysBetween(FIRST_DAY, day) % ROUND) + ROUND) % ROUND
  // A quarter of a million pairs are looked at: what costs is asked once an event.
  const marks = events.map(({ id }) => marksOf(hash32(id)))
  const days = events.map(({ date }) => daysBetween(FIRST_DAY, date))
  const bands: { rank: number; earlier: LedgerEvent; later: LedgerEvent }[][] = BANDS.map(() => [])
  events.forEach((earlier, i) => {
    for (let k = i + 1; k < events.length; k++) {
      const apart = days[k]! - days[i]!
      if (apart >= BANDS[0]!.under) break
      if (classOf(marks[i]!.earlier, marks[k]!.later) !== place) continue
      const later = events[k]!
      const band = BANDS.findIndex(({ least, under }) => apart >= least && apart < under)
      if (band < 0 || !asks(earlier, later)) continue
      bands[band]!.push({ rank: hash32(`${day} ${earlier.id} ${later.id}`), earlier, later })
    }
  })
  const used = new Set<string>()
  return bands.flatMap((found, band) => {
    const pairs: Pair[] = []
    for (const { rank, earlier, later } of found.sort((a, b) => a.rank - b.rank)) {
      if (pairs.length === BANDS[band]!.count) break
      if (used.has(earlier.id) || used.has(later.id)) continue
      used.add(earlier.id).add(later.id)
      pairs.push(rank % 2 === 0 ? { left: earlier, right: later } : { left: later, right: earlier })
    }
    return pairs
  })
}

/** What an event gives to the class of a pair, as its earlier and as its later one. */
const marksOf = (hash: number) => ({ earlier: Math.imul(hash, 0x9e3779b1), later: Math.imul(hash, 0x85ebca77) })

/** The class of a pair, of the marks of its two events. */
const classOf = (earlier: number, later: number): number => ((earlier ^ later) >>> 0) % ROUND

/** The side of the earlier one. */
export const firstOf = ({ left, right }: Pair): Side => (left.date < right.date ? 'left' : 'right')

/** What is remembered of one pair: as it was asked, and whether the answer was right then. */
export interface PairAnswer {
  left: string
  right: string
  given: Side
  correct: boolean
}

/** A line to pass on: day and marks, no event, so that it gives nothing away. */
export function pairsWords(dayWords: string, answers: readonly PairAnswer[]): string {
  const right = answers.filter(it => it.correct).length
  const marks = answers.map(it => (it.correct ? '●' : '○')).join('')
  return `哪件在先 ${dayWords}：${answers.length} 对里答对 ${right} 对 ${marks}`
}
