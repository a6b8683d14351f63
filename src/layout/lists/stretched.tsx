import { useRef, type ReactNode } from 'react'
import { Stretch } from './stretch'
import { stretchesOf } from './stretches'

const WECHAT = process.env.TARO_ENV === 'weapp'

/** Rows that are let go together; on WeChat more of them, since every node is sent. */
const SIZE = WECHAT ? 8 : 4

interface Props<Row> {
  rows: readonly Row[]
  /** The places shown, `to` exclusive. */
  from?: number
  to: number
  /** What the list is a list of: another has other rows in the same places. */
  of?: string
  /** Rows before this place are on the page from the start; those behind it come when they are near. */
  sent?: number
  /** Before the number of a stretch, in its id: two lists of a page have two. */
  id?: string
  children: (row: Row, before: Row | undefined) => ReactNode
}

/** Rows of a list of which only those near the screen are on the page (layout/stretch). */
export function Stretched<Row>({ rows, from = 0, to, of = '', sent = Infinity, id = 'stretch', children }: Props<Row>) {
  const known = useRef({ height: 0, rows: 0 })
  const guess = (count: number) => {
    const { height, rows: measured } = known.current
    // Where nothing is ever measured everything counts as near. On WeChat, which may not tell of a node that is only on its way,
    // rows come with those that stand.
    return measured > 0 && !WECHAT ? Math.round((height / measured) * count) : undefined
  }
  const rowAt = (i: number) => children(rows[i]!, i > from ? rows[i - 1] : undefined)
  const end = Math.min(to, rows.length)
  // What grows by a button has few rows there.
  if (WECHAT && sent === Infinity) return <>{placesOf(from, end).map(rowAt)}</>
  return (
    <>
      {stretchesOf(from, end, SIZE).map(({ number, start, end: next }) => (
        <Stretch
          key={`${of}-${number}`}
          id={`${id}-${number}`}
          guess={start < sent ? undefined : guess(next - start)}
          onMeasured={height => {
            known.current.height += height
            known.current.rows += next - start
          }}
        >
          {() => placesOf(start, next).map(rowAt)}
        </Stretch>
      ))}
    </>
  )
}

const placesOf = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i)
