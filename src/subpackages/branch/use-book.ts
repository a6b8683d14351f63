import { type BookLine, type BookTotals, bookLines, bookTotals } from '@domain/branch/month-book'
import { matchSlips, type SlipAnswers, type SlipPerson } from '@domain/branch/matched-slips'
import { monthWeeks } from '@domain/branch/month'
import type { Slip } from '@domain/branch/slip'
import type { MonthBook } from '@domain/contract/month-book'
import type { Month } from '@domain/time/month'
import { monthApi } from '@/api/months'
import { type Query, useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { useSlipsHere } from './use-slips-here'

export interface JoinedBook {
  book: MonthBook
  /** One person, one line, their slips on this phone included. */
  lines: BookLine[]
  totals: BookTotals
  /** How many slips of the month lie on this device. */
  slips: number
  /** Slips of the month that fit nobody on the roster. */
  asked: SlipPerson[]
}

/** Joins what the service tells with the slips that lie on this phone. */
function joinSlips(book: MonthBook, slips: readonly Slip[], answers: SlipAnswers): JoinedBook {
  const weeks = monthWeeks(book.month)
  const own = slips.filter(slip => weeks.indexOf(slip.week) >= 0)
  const { of, asked } = matchSlips(own, book.people, answers)
  const lines = bookLines(book, of)
  return { book, lines, totals: bookTotals(book, lines), slips: own.length, asked }
}

/** A month of the branch. Slips are read beside it and join when they are there. */
export function useBook(branch: string, month: Month): Query<MonthBook> & { join: (book: MonthBook) => JoinedBook } {
  const read = useQuery(`book-${branch}-${month}`, () => monthApi(authorised, branch).read(month))
  const { slips, answers } = useSlipsHere(branch)
  return { ...read, join: book => joinSlips(book, slips, answers) }
}
