import { useState } from 'react'
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

/** Reads the first page of a list once per `key`, and more when asked to. */
export function usePages<Row, Head, Next>(
  key: string,
  read: (next: Next | undefined) => Promise<ListPage<Row, Head, Next>>,
): Pages<Row, Head> {
  const query = useQuery(key, () => read(undefined))
  const [more, setMore] = useState<{ key: string; rows: Row[]; next: Next | undefined }>()
  const later = more?.key === key ? more : undefined
  const next = later ? later.next : query.status === 'ready' ? query.value.next : undefined
  const readMore = async () => {
    if (next === undefined) return
    const page = await read(next)
    setMore({ key, rows: [...(later?.rows ?? []), ...page.rows], next: page.next })
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
