import {
  BOOK_ACTIVITY_COLUMNS,
  BOOK_TASK_COLUMNS,
  bookHead,
  bookMeetingColumns,
  LINE_COLUMNS,
} from '@domain/branch/month-book'
import { exportName } from '@domain/text/table'
import type { Day } from '@domain/time/day'
import { type Sheet, sheetOf } from '@/platform/files/workbook'
import type { JoinedBook } from '../use-book'

/** The month as sheets of one workbook: what stands on the sheet of paper, by the same columns, and a line to sign. */
export function bookSheets({ book, lines, totals }: JoinedBook, today: Day): Sheet[] {
  const [first, ...rest] = bookHead(book, totals)
  return [
    {
      name: '月报',
      head: ['支部学习月报', ''],
      rows: [first!, ...rest, ['支部书记（签字）', ''], ['日期', '']],
    },
    sheetOf('每人一行', LINE_COLUMNS, lines),
    sheetOf('会议', bookMeetingColumns(today), book.meetings),
    sheetOf('活动', BOOK_ACTIVITY_COLUMNS, book.activities),
    sheetOf('任务', BOOK_TASK_COLUMNS, book.tasks),
  ]
}

/** The workbook's name: whose it is and of which month. */
export const bookName = ({ book: { place, month } }: Pick<JoinedBook, 'book'>, today: Day): string =>
  exportName(place.branch, '学习月报', month, today, 'xlsx')
