import { Text, View } from '@tarojs/components'
import {
  BOOK_ACTIVITY_COLUMNS,
  BOOK_TASK_COLUMNS,
  type BookLine,
  bookMeetingColumns,
  deedsWord,
  LINE_COLUMNS,
} from '@domain/branch/month-book'
import type { Column } from '@domain/text/table'
import { formatMonth } from '@domain/time/format'
import { classNames } from '@/components/class-names'
import { shownTable } from '@/layout/tables/shown-table'
import { CAN_PRINT } from '@/platform/files/print'
import { today } from '@/platform/phone/clock'
import type { JoinedBook } from '../use-book'
import { activityCard, Cards, fact, facts, meetingCard, personCard, taskCard } from './cards'
import './paper.scss'

/** Of the workbook's columns those that a sheet of paper has room for twice side by side, and what they are called there. */
const NARROW: Readonly<Record<string, string>> = {
  name: '姓名',
  studied: '自学',
  meetings: '到会',
  activities: '活动',
  tasks: '任务',
  hours: '学时',
}
const PAPER_COLUMNS = LINE_COLUMNS.flatMap(it => (NARROW[it.key] ? [{ ...it, title: NARROW[it.key]! }] : []))

/** Columns of figures, `18 / 23` among them: they stand one under the other. */
const FIGURES = ['present', 'leave', 'hours', 'meetings', 'activities', 'tasks', 'done']
/** Columns whose words go on in the next line; of all others none is broken. */
const LONG = ['title', 'state']

/** The sheet of paper, A4: what was done together, one line a person, what is to be explained, a line to sign. Every row. */
export function Paper({ book, lines, totals }: JoinedBook) {
  const { district, unit, branch } = book.place
  const half = Math.ceil(lines.length / 2)
  return (
    <View className={classNames('paper', CAN_PRINT && 'paper--table')}>
      <View className="paper__head">
        <View>
          <Text className="paper__title">支部学习月报</Text>
          <Text className="paper__place">
            {facts([fact('区', district), fact('单位', unit), fact('支部', branch)])}
          </Text>
        </View>
        <View className="paper__when">
          <Text className="paper__title">{formatMonth(book.month)}</Text>
          <Text className="paper__place">党员 {totals.members} 人</Text>
        </View>
      </View>
      <Text className="paper__part">一、会议（{totals.meetings} 次）</Text>
      <Cards rows={book.meetings} card={meetingCard} unit="次" />
      <Table columns={bookMeetingColumns(today())} rows={book.meetings} />
      <View>{book.meetings.length === 0 && <Text className="paper__note">这个月没有记会议</Text>}</View>
      <Text className="paper__part">
        二、活动（{totals.activities} 次）和实事（{deedsWord(totals)}）
      </Text>
      <Cards rows={book.activities} card={activityCard} unit="件" />
      <Table columns={BOOK_ACTIVITY_COLUMNS} rows={book.activities} />
      <View>{book.activities.length === 0 && <Text className="paper__note">这个月没有记活动</Text>}</View>
      <Text className="paper__part">
        三、每人一行（按花名册，参学 {totals.studied} / {totals.members}）
      </Text>
      <Cards rows={lines} card={personCard} unit="人" />
      <View className="paper__halves">
        <Table<BookLine> columns={PAPER_COLUMNS} rows={lines.slice(0, half)} />
        <Table<BookLine> columns={PAPER_COLUMNS} rows={lines.slice(half)} />
      </View>
      <View>{lines.length === 0 && <Text className="paper__note">名册还是空的</Text>}</View>
      <Text className="paper__note">
        学时只按支部记录计算，这个月的会议和活动一共 {totals.hours}{' '}
        学时，谁到场谁得。自学由本人手机、学习单自报或支部登记，自愿，只分学过、还没有。
      </Text>
      {book.tasks.length > 0 && (
        <>
          <Text className="paper__part">四、任务</Text>
          <Cards rows={book.tasks} card={taskCard} unit="项" />
          <Table columns={BOOK_TASK_COLUMNS} rows={book.tasks} />
        </>
      )}
      <Text className="paper__part">{book.tasks.length > 0 ? '五' : '四'}、需要说明的</Text>
      <View className="paper__line" />
      <View className="paper__line" />
      <View className="paper__sign">
        <Text>支部书记（签字）</Text>
        <View className="paper__blank" />
        <Text>日期</Text>
        <View className="paper__blank" />
      </View>
      <Text className="paper__note">
        {book.place.demo ? '演示数据，人名和组织都是编的 · ' : ''}
        {book.filed ? '已报 · ' : ''}e起学党史
      </Text>
    </View>
  )
}

/** A table of paper: all its rows, no scrolling. WeChat has no paper, and a phone's screen no room for it. */
function Table<Row>({ columns, rows }: { columns: readonly Column<Row>[]; rows: readonly Row[] }) {
  if (!CAN_PRINT || rows.length === 0) return null
  const { head, rows: cells } = shownTable(columns, rows)
  const classes = columns.map(({ key }) =>
    classNames(
      'paper__cell',
      FIGURES.includes(key) && 'paper__cell--figure',
      LONG.includes(key) ? 'paper__cell--long' : 'paper__cell--whole',
    ),
  )
  return (
    <View className="paper__table">
      <View className="paper__row paper__row--head">
        {head.map((title, j) => (
          <Text key={title} className={classes[j]}>
            {title}
          </Text>
        ))}
      </View>
      {cells.map((row, i) => (
        <View key={i} className="paper__row">
          {row.map((cell, j) => (
            <Text key={j} className={classes[j]}>
              {cell}
            </Text>
          ))}
        </View>
      ))}
    </View>
  )
}
