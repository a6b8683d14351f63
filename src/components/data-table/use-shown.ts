import { useState } from 'react'

/** What the service still has of a list. */
export interface Further {
  more: boolean
  /** Adds the next page to the list. */
  readMore: () => Promise<void>
}

/** Shows a list of `count` so far `step` by step, and asks for the next page when what is here does not fill a step. */
export function useShown(count: number, step: number, { more, readMore }: Further) {
  const [shown, setShown] = useState(step)
  const [problem, setProblem] = useState<string>()
  const left = count - shown
  const show = async () => {
    setProblem(undefined)
    if (more && left < step) await readMore().catch((error: Error) => setProblem(error.message))
    setShown(n => n + step)
  }
  return { shown, left: Math.max(0, left), problem, show }
}
