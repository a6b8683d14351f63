import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import {
  BOOK_ACTIVITY_COLUMNS,
  BOOK_MEETING_COLUMNS,
  BOOK_TASK_COLUMNS,
  type BookLine,
  deedsWord,
  LINE_COLUMNS,
  placeWord,
} from '@domain/branch/month-book'
import type { Column } from '@domain/text/table'
import { formatMonth } from '@domain/time/format'
import { Button } from '@/components/button'
import { shownTable } from '@/layout/shown-table'
import { CAN_PRINT } from '@/platform/files/print'
import type { JoinedBook } from '../use-book'
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

/**
 * People at once, and rows of a table, where nothing is printed: every cell travels through setData. The workbook has them all.
 */
const STEP = 4
const ROWS = CAN_PRINT ? Infinity : 4

/** The sheet of paper, A4: what was done together, one line a person, what is to be explained, a line to sign. Every row. */
export function Paper({ book, lines, totals }: JoinedBook) {
  const [rows, setRows] = useState(CAN_PRINT ? Infinity : STEP)
  const shown = lines.slice(0, rows)
  const half = CAN_PRINT ? Math.ceil(lines.length / 2) : rows
  return (
    <View className="paper">
      <View className="paper__head">
        <View>
          <Text className="paper__title">支部学习月报</Text>
          <Text className="paper__place">{placeWord(book.place)}</Text>
        </View>
        <View className="paper__when">
          <Text className="paper__title">{formatMonth(book.month)}</Text>
          <Text className="paper__place">党员 {totals.members} 人</Text>
        </View>
      </View>
      <Text className="paper__part">一、会议（{totals.meetings} 次）</Text>
      <Table columns={BOOK_MEETING_COLUMNS} rows={shownOf(book.meetings)} none="这个月没有记会议" />
      <Rest of={book.meetings.length} />
      <Text className="paper__part">
        二、活动（{totals.activities} 次）和实事（{deedsWord(totals)}）
      </Text>
      <Table columns={BOOK_ACTIVITY_COLUMNS} rows={shownOf(book.activities)} none="这个月没有记活动" />
      <Rest of={book.activities.length} />
      <Text className="paper__part">
        三、每人一行（按花名册，参学 {totals.studied} / {totals.members}）
      </Text>
      <View className="paper__halves">
        <Table<BookLine> columns={PAPER_COLUMNS} rows={shown.slice(0, half)} none="名册还是空的" />
        {shown.length > half && <Table<BookLine> columns={PAPER_COLUMNS} rows={shown.slice(half)} none="" />}
      </View>
      <View>
        {lines.length > shown.length && (
          <Button id="paper-more" onPress={() => setRows(n => n + STEP)}>
            再看 {Math.min(STEP, lines.length - shown.length)} 人
          </Button>
        )}
      </View>
      <Text className="paper__note">
        学时只按支部记录计算，这个月的会议和活动一共 {totals.hours}{' '}
        学时，谁到场谁得。自学由本人手机、学习单自报或支部登记，自愿，只分学过、还没有。
      </Text>
      {book.tasks.length > 0 && (
        <>
          <Text className="paper__part">四、任务</Text>
          <Table columns={BOOK_TASK_COLUMNS} rows={book.tasks} none="" />
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

/** A table of paper: all its rows, no scrolling. */
function Table<Row>({ columns, rows, none }: { columns: readonly Column<Row>[]; rows: readonly Row[]; none: string }) {
  if (rows.length === 0) return <Text className="paper__note">{none}</Text>
  const { head, rows: cells } = shownTable(columns, rows)
  return (
    <View className="paper__table">
      <View className="paper__row paper__row--head">
        {head.map(title => (
          <Text key={title} className="paper__cell">
            {title}
          </Text>
        ))}
      </View>
      {cells.map((row, i) => (
        <View key={i} className="paper__row">
          {row.map((cell, j) => (
            <Text key={j} className="paper__cell">
              {cell}
            </Text>
          ))}
        </View>
      ))}
    </View>
  )
}

/** What of a table is shown where nothing is printed, and that the rest is in the workbook. */
const shownOf = <Row,>(rows: readonly Row[]): readonly Row[] => rows.slice(0, ROWS)

function Rest({ of }: { of: number }) {
  return <View>{of > ROWS && <Text className="paper__note">还有 {of - ROWS} 行，导出的表里都有。</Text>}</View>
}
