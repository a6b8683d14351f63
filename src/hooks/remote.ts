import { useCallback, useEffect, useRef, useState } from 'react'
import { ApiError } from '@/api/client'

export type Remote<T> =
  | { status: 'loading' }
  | { status: 'ready'; value: T }
  /** `missing`: it is not there, or not for this person. */
  | { status: 'failed'; message: string; missing: boolean }

export interface Remoted<T> {
  remote: Remote<T>
  /** Reads again; what is shown stays until the new is there, and stays when that fails. */
  reload(): Promise<void>
}

/** Reads something from the service once per `key`. */
export function useRemote<T>(key: string, read: () => Promise<T>): Remoted<T> {
  const [state, setState] = useState<{ key: string; remote: Remote<T> }>({ key, remote: { status: 'loading' } })
  // What is shown now, for answers that come late; and the newest `read`, which is a new function at each render.
  const current = useRef({ key, read })
  current.current = { key, read }
  const left = useRef(false)
  const underWay = useRef<{ key: string; reading: Promise<void> }>()
  const reload = useCallback((): Promise<void> => {
    const { key: asked, read: ask } = current.current
    if (underWay.current?.key === asked) return underWay.current.reading
    const settle = (remote: Remote<T>) => {
      if (left.current || current.current.key !== asked) return
      setState(before => {
        const kept = before.key === asked && before.remote.status === 'ready' && remote.status === 'failed'
        return kept && !remote.missing ? before : { key: asked, remote }
      })
    }
    const reading = ask()
      .then(
        value => settle({ status: 'ready', value }),
        (error: Error) => {
          const missing = error instanceof ApiError && error.status === 404
          settle({ status: 'failed', message: error.message, missing })
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
  return { remote: state.key === key ? state.remote : { status: 'loading' }, reload }
}
