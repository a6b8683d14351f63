import { useCallback, useEffect, useRef, useState } from 'react'
import { forMembers } from '@domain/text/for-members'
import { ApiError } from '@/api/client'
import { isOffline } from '@/feed/errors'

type State<T> =
  | { status: 'loading' }
  | { status: 'ready'; value: T }
  /** `offline`: only the network is missing. `missing`: it is not there, or not for this person. */
  | { status: 'failed'; message: string; offline: boolean; missing: boolean }

/** Something that is read, from the feed or the service. */
export type Query<T> = State<T> & {
  /** Reads again; what is shown stays until the new is there, and stays when that fails. */
  reload(): Promise<void>
}

const UNREADABLE = '请再试一次；还是不行，就关掉重新打开。'

/** Reads something once per `key` and says how far that is; a failure can be tried again in place. */
export function useQuery<T>(key: string, read: () => Promise<T>): Query<T> {
  const [{ key: of, state }, setState] = useState<{ key: string; state: State<T> }>({
    key,
    state: { status: 'loading' },
  })
  // What is shown now, for answers that come late; and the newest `read`, which is a new function at each render.
  const current = useRef({ key, read })
  current.current = { key, read }
  const left = useRef(false)
  const underWay = useRef<{ key: string; reading: Promise<void> }>()
  const reload = useCallback((): Promise<void> => {
    const { key: asked, read: ask } = current.current
    if (underWay.current?.key === asked) return underWay.current.reading
    const settle = (next: State<T>) => {
      if (left.current || current.current.key !== asked) return
      setState(before => {
        const kept = before.key === asked && before.state.status === 'ready' && next.status === 'failed'
        return kept && !next.missing ? before : { key: asked, state: next }
      })
    }
    const reading = ask()
      .then(
        value => settle({ status: 'ready', value }),
        (error: Error) => {
          const missing = error instanceof ApiError && error.status === 404
          settle({
            status: 'failed',
            message: forMembers(error.message, UNREADABLE),
            offline: isOffline(error),
            missing,
          })
        },
      )
      .finally(() => {
        if (underWay.current?.reading === reading) underWay.current = undefined
      })
    underWay.current = { key: asked, reading }
    return reading
  }, [])
  useEffect(() => void reload(), [key, reload])
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
    }
  }, [])
  return { ...(of === key ? state : { status: 'loading' }), reload }
}

/** What was read last, until something else is: another week changes numbers, not the page. */
export function useLast<T>(query: Query<T>): T | undefined {
  const last = useRef<T>()
  if (query.status === 'ready') last.current = query.value
  return query.status === 'failed' ? undefined : last.current
}
