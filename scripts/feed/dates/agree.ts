import { parseFuzzy, spanOf, spanOfParts, type DateParts, type DaySpan } from './fuzzy'
import type { DatePart, Mention } from './mentions'
import type { FuzzyDate } from '../../../domain/catalog/types'

/** The months (or, with a month said, the days) that a part of a year can mean, generously. */
const SEASONS: Record<DatePart, number[]> = {
  春: [1, 2, 3, 4, 5, 6],
  夏: [4, 5, 6, 7, 8, 9],
  秋: [7, 8, 9, 10, 11, 12],
  冬: [10, 11, 12, 1, 2, 3],
  初: [1, 2, 3, 4],
  底: [9, 10, 11, 12],
  上旬: [],
  中旬: [],
  下旬: [],
}
const TENTHS: Partial<Record<DatePart, [number, number]>> = {
  上旬: [1, 10],
  初: [1, 12],
  中旬: [11, 20],
  下旬: [21, 31],
  底: [18, 31],
}

function partAgrees(mention: Mention, date: DateParts): boolean {
  if (mention.part === undefined || mention.d !== undefined) return true
  if (mention.m === undefined) {
    const months = SEASONS[mention.part]
    return date.m === undefined || months.length === 0 || months.includes(date.m)
  }
  const days = TENTHS[mention.part]
  return date.d === undefined || days === undefined || (date.d >= days[0] && date.d <= days[1])
}

/** Whether what the words say is all said by the date, with equal numbers. Words may say less, never more. */
function saysNoMore(mention: Mention, date: DateParts): boolean {
  return (
    (mention.y === undefined || mention.y === date.y) &&
    (mention.m === undefined || mention.m === date.m) &&
    (mention.d === undefined || mention.d === date.d) &&
    partAgrees(mention, date)
  )
}

/** The full dates a mention can mean within a span of days: a missing year or month is filled from the span. */
function completions(mention: Mention, span: DaySpan): DateParts[] {
  const years: number[] = []
  const [firstYear, lastYear] = [Math.floor(span.from / 10000), Math.floor(span.to / 10000)]
  if (mention.y !== undefined) years.push(mention.y)
  else for (let y = firstYear; y <= Math.min(lastYear, firstYear + 100); y++) years.push(y)
  const needsMonth = mention.m === undefined && mention.d !== undefined
  const months = needsMonth ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] : [mention.m]
  return years.flatMap(y =>
    months.map(m => ({
      y,
      ...(m === undefined ? {} : { m }),
      ...(mention.d === undefined ? {} : { d: mention.d }),
    })),
  )
}

/** Whether the words agree with a date of the ledger: with its start, with its end, or with a day between them. */
export function mentionAgrees(mention: Mention, date: FuzzyDate, end?: FuzzyDate): boolean {
  const start = parseFuzzy(date)
  if (start === undefined) return false
  if (saysNoMore(mention, start)) return true
  const last = end === undefined ? undefined : parseFuzzy(end)
  if (last === undefined) return false
  if (saysNoMore(mention, last)) return true
  const span = spanOf(date, end)
  return completions(mention, span).some(parts => {
    const said = spanOfParts(parts)
    return said.from >= span.from && said.to <= span.to
  })
}

/** The days a mention means when the ledger fills in what the words leave out. */
export function mentionSpan(mention: Mention, date: FuzzyDate, end?: FuzzyDate): DaySpan {
  const span = spanOf(date, end)
  const inside = completions(mention, span)
    .map(spanOfParts)
    .filter(said => said.from <= span.to && span.from <= said.to)
  return inside[0] ?? span
}

/** Whether two mentions can mean the same day: where both say a year, month or day, the numbers are equal. */
export function mentionsAgree(a: Mention, b: Mention): boolean {
  const same = (x: number | undefined, y: number | undefined) => x === undefined || y === undefined || x === y
  const shared =
    (a.y !== undefined && b.y !== undefined) ||
    (a.m !== undefined && b.m !== undefined) ||
    (a.d !== undefined && b.d !== undefined)
  return shared && same(a.y, b.y) && same(a.m, b.m) && same(a.d, b.d)
}
