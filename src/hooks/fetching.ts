import { useEffect, useState } from 'react'
import { usePlayer } from '@/stores/player'

/** What comes sooner is not said: it would only flash. Milliseconds. */
const MOMENT_MS = 700

/** Whether the sound has been on its way for more than a moment. */
export function useFetching(): boolean {
  const loading = usePlayer(state => state.status === 'loading')
  const [long, setLong] = useState(false)
  useEffect(() => {
    if (!loading) return
    const timer = setTimeout(() => setLong(true), MOMENT_MS)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [loading])
  return loading && long
}
