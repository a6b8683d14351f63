import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useEffect, useState, type ReactNode } from 'react'
import { a11y } from '@/components/a11y'
import { ROWS_AHEAD, watchNearness } from '@/platform/page/nearness'
import { Stretched } from './stretched'
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

/** Rows that follow when one scrolls; on WeChat they are sent with it. */
export const ROWS_MORE = process.env.TARO_ENV === 'weapp' ? 12 : 20

/**
 * A list as long as it likes: rows follow before one comes to its end, and only those near the screen are on the page, some
 * twenty; the others have their place.
 */
export function LongList<Row>({ rows, of, first, few, unit, children }: Props<Row>) {
  const [grown, setGrown] = useState({ of, shown: first, sent: first })
  const { sent, ...begun } = grown.of === of ? grown : { shown: few, sent: few }
  const shown = Math.min(rows.length, begun.shown)
  const left = rows.length - shown
  const grow = (by: number) => setGrown({ of, shown: shown + by, sent })
  useReachBottom(() => left > 0 && grow(ROWS_MORE))
  // Asked anew after every page: an end that is still near would not be told twice.
  useEffect(
    () =>
      left > 0 && ROWS_AHEAD !== undefined
        ? watchNearness('list-end', ROWS_AHEAD, isNear => isNear && grow(ROWS_MORE))
        : undefined,
    // eslint-disable-next-line react-hooks/exhaustive-deps -- grow is new at every render and says what these three say
    [of, shown, left],
  )
  return (
    <View>
      <View>
        <Stretched rows={rows} to={shown} of={of} sent={sent}>
          {children}
        </Stretched>
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
