import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  BOOK_ACTIVITY_COLUMNS,
  BOOK_TASK_COLUMNS,
  type BookLine,
  bookMeetingColumns,
  joinedWord,
  LINE_COLUMNS,
} from '@domain/branch/month-book'
import type { BookActivity, BookMeeting, BookTask } from '@domain/contract/month-book'
import { NO_BREAK } from '@domain/text/line-ends'
import type { Column } from '@domain/text/table'
import { Button } from '@/components/button'
import { Row } from '@/components/row'
import { CAN_PRINT } from '@/platform/files/print'
import { today } from '@/platform/phone/clock'

/** One row of a table as a phone shows it: in large type a table of six columns is one character wide. */
interface Card {
  title: string
  note: string
}

/** Rows at once where nothing is printed: every node travels through setData, and a tap sends 4 kB at most. */
const STEP = 5

/** `到会 18 / 23`, which no line breaks; '' where there is nothing to say. */
export const fact = (name: string, value: string | number | undefined): string =>
  value === undefined || value === '' ? '' : `${name} ${value}`.replace(/ /g, NO_BREAK)

/** Facts side by side; a line ends between them. */
export const facts = (all: readonly string[]): string => all.filter(Boolean).join('\u3000')

/** What a row says in a column of the table. */
function valueIn<Row>(columns: readonly Column<Row>[], row: Row) {
  return (key: string): string | number | undefined => columns.find(it => it.key === key)!.value(row)
}

export function meetingCard(row: BookMeeting): Card {
  const value = valueIn(bookMeetingColumns(today()), row)
  const figures = facts([fact('到会', value('present')), fact('请假', value('leave')), fact('学时', value('hours'))])
  return { title: row.title, note: `${value('day')}，${value('kind')}\n${figures}` }
}

export function activityCard(row: BookActivity): Card {
  const value = valueIn(BOOK_ACTIVITY_COLUMNS, row)
  const joined = row.empty ? joinedWord(row)! : fact('参加', value('present'))
  const figures = facts([String(value('state')), joined, fact('学时', value('hours'))])
  return { title: row.title, note: `${value('day')}，${value('kind')}\n${figures}` }
}

export function taskCard(row: BookTask): Card {
  const value = valueIn(BOOK_TASK_COLUMNS, row)
  return { title: row.title, note: facts([fact('最后一天', value('due')), fact('完成', value('done'))]) }
}

export function personCard(row: BookLine): Card {
  const value = valueIn(LINE_COLUMNS, row)
  const figures = [fact('自学', value('studied')), fact('到会', value('meetings')), fact('活动', value('activities'))]
  return {
    title: row.name,
    note: facts([...figures, fact('任务', value('tasks')), fact('学时', value('hours'))]),
  }
}

interface Props<Row> {
  rows: readonly Row[]
  card: (row: Row) => Card
  /** What a row is counted by: `人`. */
  unit: string
}

/** The rows one under another, what each figure is beside it. Where nothing is printed they come a few at a time, all of them. */
export function Cards<Row>({ rows, card, unit }: Props<Row>) {
  const [shown, setShown] = useState(STEP)
  const sight = CAN_PRINT ? rows : rows.slice(0, shown)
  const left = rows.length - sight.length
  return (
    <View className="paper__cards">
      <View>
        {sight.map((row, i) => (
          <Row key={i} {...card(row)} />
        ))}
      </View>
      <View>
        {left > 0 && (
          <Button onPress={() => setShown(n => n + STEP)}>
            再看 {Math.min(STEP, left)} {unit}
          </Button>
        )}
      </View>
    </View>
  )
}
