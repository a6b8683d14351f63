import { useRef, useState } from 'react'
import { type Query, useQuery } from './query'

/** A page of a list that the service sends in pages; `next` asks for the one after. */
export interface ListPage<Row, Head, Next> {
  head: Head
  rows: Row[]
  next?: Next
}

export interface Pages<Row, Head> {
  first: Query<{ head: Head; rows: Row[]; more: boolean }>
  /** Reads the next page and shows it after the others. @throws ApiError; what is shown stays */
  readMore(): Promise<void>
}

/**
 * Reads the first page of a list once per `key`, and more when asked to. A reload reads every page again that is shown, from
 * the first on: rows that came in between would put one twice, or none where one was.
 */
export function usePages<Row, Head, Next>(
  key: string,
  read: (next: Next | undefined) => Promise<ListPage<Row, Head, Next>>,
): Pages<Row, Head> {
  const shown = useRef({ key, pages: 1 })
  if (shown.current.key !== key) shown.current = { key, pages: 1 }
  const query = useQuery(key, () => readPages(read, shown.current.pages))
  const [more, setMore] = useState<{ after: object; rows: Row[]; next: Next | undefined }>()
  const begun = query.status === 'ready' ? query.value : undefined
  // What was read on belongs to the pages that it follows: a reload has read it, too.
  const later = more?.after === begun ? more : undefined
  const next = later ? later.next : begun?.next
  const readMore = async () => {
    if (!begun || next === undefined) return
    const page = await read(next)
    shown.current.pages += 1
    setMore({ after: begun, rows: [...(later?.rows ?? []), ...page.rows], next: page.next })
  }
  const first: Pages<Row, Head>['first'] =
    query.status === 'ready'
      ? {
          ...query,
          value: {
            head: query.value.head,
            rows: [...query.value.rows, ...(later?.rows ?? [])],
            more: next !== undefined,
          },
        }
      : query
  return { first, readMore }
}

/** So many pages of a list as one, or as many as there are. */
async function readPages<Row, Head, Next>(
  read: (next: Next | undefined) => Promise<ListPage<Row, Head, Next>>,
  count: number,
): Promise<ListPage<Row, Head, Next>> {
  const { head, ...first } = await read(undefined)
  let { rows, next } = first
  for (let pages = 1; pages < count && next !== undefined; pages++) {
    const page = await read(next)
    rows = [...rows, ...page.rows]
    next = page.next
  }
  return { head, rows, ...(next !== undefined && { next }) }
}

/** {@link usePages} of a list that the service counts: each page says how many rows there are in all, and the next begins where it ends. */
export function useCountedPages<Head extends { rows: readonly unknown[]; total: number }>(
  key: string,
  read: (from: number) => Promise<Head>,
): Pages<Head['rows'][number], Head> {
  return usePages<Head['rows'][number], Head, number>(key, async (from = 0) => {
    const head = await read(from)
    const to = from + head.rows.length
    return { head, rows: [...head.rows], ...(to < head.total && head.rows.length > 0 ? { next: to } : {}) }
  })
}
