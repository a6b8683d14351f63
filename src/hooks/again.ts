import { useEffect } from 'react'

/** Reads again and again while there is something to wait for; without `everyMs` there is not. Milliseconds. */
export function useAgain(reload: () => Promise<void>, everyMs: number | undefined): void {
  useEffect(() => {
    if (everyMs === undefined) return
    const timer = setInterval(() => void reload(), everyMs)
    return () => clearInterval(timer)
  }, [everyMs, reload])
}
