import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'
import { a11y } from '@/components/a11y'
import { ROWS_AHEAD, watchNearness } from '@/platform/page/nearness'
import { Stretch } from './stretch'
import { stretchesOf } from './stretches'
import './long-list.scss'

interface Props<Row> {
  rows: readonly Row[]
  /** What the list is a list of; when it changes, by a tap on a filter, the list begins anew with few rows. */
  of: string
  /** Rows that come with the page; a tap sends few, because it is to be answered at once. */
  first: number
  few: number
  /** What is said of those still to come: `条`. */
  unit: string
  children: (row: Row, before: Row | undefined) => ReactNode
}

/** Rows that follow when one scrolls. */
const PAGE = 20
/** Rows that are let go together. */
const SIZE = 8
/** px beyond the screen within which rows stay: with the screen's own some twenty rows. */
const NEAR = 600

/**
 * A list as long as it likes: rows follow before one comes to its end, and far ones are let go with their height kept, so
 * that no more than some thirty are ever on the page.
 */
export function LongList<Row>({ rows, of, first, few, unit, children }: Props<Row>) {
  const [grown, setGrown] = useState({ of, shown: first })
  const shown = Math.min(rows.length, grown.of === of ? grown.shown : few)
  const left = rows.length - shown
  const grow = (by: number) => setGrown({ of, shown: shown + by })
  useReachBottom(() => left > 0 && grow(PAGE))
  // Asked anew after every page: an end that is still near would not be told twice.
  useEffect(
    () =>
      left > 0 && ROWS_AHEAD !== undefined
        ? watchNearness('list-end', ROWS_AHEAD, isNear => isNear && grow(PAGE))
        : undefined,
    // eslint-disable-next-line react-hooks/exhaustive-deps -- grow is new at every render and says what these three say
    [of, shown, left],
  )
  return (
    <View>
      <View>
        {stretchesOf(0, shown, SIZE).map(({ number, start, end }) => (
          <Stretch key={`${of}-${number}`} id={`stretch-${number}`} near={NEAR}>
            {rows.slice(start, end).map((row, i) => children(row, rows[start + i - 1]))}
          </Stretch>
        ))}
      </View>
      <View>
        {left > 0 && (
          <View id="list-end" className="list-end" onClick={() => grow(few)} {...a11y({ role: 'button' })}>
            {`往下翻，还有 ${left} ${unit}`}
          </View>
        )}
      </View>
    </View>
  )
}
