import { mentionAgrees } from '../dates/agree'
import { isDayOfMonth } from '../dates/fuzzy'
import type { LedgerIndex } from '../corpus/ledger-index'
import { errorAt, type Problem } from '../problem'
import type { Corpus } from '../corpus/corpus'

/** All 366 days, `MM-DD`. */
export function allDays(): string[] {
  const two = (number: number) => String(number).padStart(2, '0')
  const days: string[] = []
  for (let month = 1; month <= 12; month++)
    for (let day = 1; isDayOfMonth(month, day); day++) days.push(`${two(month)}-${two(day)}`)
  return days
}

/** 党史上的今天 has an entry for every day, and entries with an event fall on its date. */
export function checkDays(corpus: Corpus, index: LedgerIndex): Problem[] {
  const present = new Set(corpus.days.map(({ value }) => value.day))
  const missing = allDays().filter(day => !present.has(day) && !index.broken.has(day))
  const problems: Problem[] = []
  if (missing.length > 0) {
    problems.push({
      file: 'content/days.yml',
      line: 1,
      message: `366 天里缺 ${missing.length} 天：${ranges(missing)}；应当每天至少一条`,
      level: 'error',
    })
  }
  for (const { at, value } of corpus.days) {
    const [m = 0, d = 0] = value.day.split('-').map(Number)
    value.entries.forEach((entry, position) => {
      const path = `entries.${position}`
      if (entry.event === undefined) {
        if ((entry.basis === undefined && entry.sources === undefined) || entry.verify_in === undefined) {
          problems.push(
            errorAt(
              at,
              path,
              `${value.day} 的这一条没有 event，也没有自己的依据；应当写 sources（或 basis）和 verify_in`,
            ),
          )
        }
      } else {
        const event = index.events.get(entry.event)?.value
        if (event && !mentionAgrees({ y: entry.year, m, d, start: 0, end: 0 }, event.date, event.end)) {
          const date = event.end === undefined ? event.date : `${event.date} 至 ${event.end}`
          problems.push(
            errorAt(
              at,
              `${path}.event`,
              `${entry.year} 年 ${value.day} 与总账不符：${event.id} 的日期是 ${date}；应当移到那一天，改年份，或去掉 event`,
            ),
          )
        }
      }
      if (!isDayOfMonth(m, d, entry.year))
        problems.push(errorAt(at, `${path}.year`, `${entry.year} 年没有 ${value.day}；应当改年份`))
    })
  }
  return problems
}

/** `01-01—01-31 02-05`: neighbouring days as ranges. */
function ranges(days: readonly string[]): string {
  const every = allDays()
  const groups: string[][] = []
  for (const day of days) {
    const last = groups.at(-1)
    if (last && every[every.indexOf(last.at(-1)!) + 1] === day) last.push(day)
    else groups.push([day])
  }
  return groups.map(group => (group.length < 3 ? group.join(' ') : `${group[0]}—${group.at(-1)}`)).join(' ')
}
