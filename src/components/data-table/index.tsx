import { ScrollView, Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import { Button } from '../button'
import { classNames } from '../class-names'
import { Notice } from '../notice'
import { type Further, useShown } from './use-shown'
import './index.scss'

interface Props {
  head: string[]
  /** Cells as they are shown, in the order of the head. */
  rows: string[][]
  /** Which columns hold numbers: they stand at the right, one under the other. */
  numbers?: readonly boolean[]
  /** Rows at once; by the columns without: every cell is a node that travels through setData on WeChat. */
  page?: number
  /** Where the rows so far are not all of them. */
  further?: Further
  /** A row is pressed, counted from 0: where it leads somewhere. */
  onRow?: (row: number) => void
  /** What every row says alike, said once above. */
  alike?: string
}

const ALL: Further = { more: false, readMore: async () => undefined }

/** On the web the arrow keys push what has the focus. */
const REACHABLE = process.env.TARO_ENV === 'weapp' ? {} : { tabIndex: 0 }

/** On WeChat about 24 cells with the head, a tap's budget. */
const rowsFor = (columns: number) => (process.env.TARO_ENV === 'weapp' ? Math.max(2, Math.floor(20 / columns) - 1) : 12)

/** Columns that a phone has no room for. */
const MANY = 5

/** A table of a report: the first column stays, the rest can be pushed sideways. */
export function DataTable({
  head,
  rows,
  numbers = [],
  page = rowsFor(head.length),
  further = ALL,
  onRow,
  alike,
}: Props) {
  const cellClass = (column: number) => classNames('data-table__cell', numbers[column] && 'data-table__cell--number')
  const { shown, left, problem, show } = useShown(rows.length, page, further)
  const rowOf = (i: number) =>
    onRow
      ? {
          id: `row-${i}`,
          className: 'data-table__row data-table__row--link',
          hoverClass: 'row--pressed',
          onClick: () => onRow(i),
          ...a11y({ role: 'link' }),
        }
      : { className: 'data-table__row' }
  return (
    <>
      {alike && <View className="data-table__alike">{alike}</View>}
      <ScrollView
        className={classNames('data-table', head.length >= MANY && 'data-table--many')}
        scrollX
        {...REACHABLE}
      >
        <View className="data-table__grid">
          <View className="data-table__row data-table__row--head">
            {head.map((title, j) => (
              <Text key={title} className={cellClass(j)}>
                {title}
              </Text>
            ))}
          </View>
          {rows.slice(0, shown).map((row, i) => (
            <View key={i} {...rowOf(i)}>
              {row.map((cell, j) => (
                <Text key={j} className={cellClass(j)}>
                  {cell}
                </Text>
              ))}
            </View>
          ))}
        </View>
      </ScrollView>
      {problem && <Notice tone="warning">{problem}</Notice>}
      <View>
        {(left > 0 || further.more) && (
          <Button onPress={() => void show()}>{further.more ? '再看一些' : `再看 ${Math.min(page, left)} 行`}</Button>
        )}
      </View>
    </>
  )
}
