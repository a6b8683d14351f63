import { useCallback, useEffect, useState } from 'react'
import { isOffline } from '@/feed/errors'

export type Resource<T> =
  | { status: 'loading' }
  | { status: 'ready'; value: T }
  | { status: 'failed'; message: string; offline: boolean; retry: () => void }

/** Reads something once per `key` and says where it stands; a failure can be retried in place. */
export function useResource<T>(key: string, read: () => Promise<T>): Resource<T> {
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<{ key: string; resource: Resource<T> }>({ key, resource: { status: 'loading' } })
  const retry = useCallback(() => setAttempt(n => n + 1), [])
  useEffect(() => {
    let gone = false
    const settle = (resource: Resource<T>) => {
      if (!gone) setState({ key, resource })
    }
    read().then(
      value => settle({ status: 'ready', value }),
      (error: Error) => settle({ status: 'failed', message: error.message, offline: isOffline(error), retry }),
    )
    return () => {
      gone = true
    }
    // `read` is a new function at each render; `key` says when it means something else.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key, attempt, retry])
  return state.key === key ? state.resource : { status: 'loading' }
}
