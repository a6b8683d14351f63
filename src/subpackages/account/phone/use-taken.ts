import { useEffect, useState } from 'react'
import type { ParcelState } from '@domain/contract/parcel'
import { becameOf, type Given } from '@/actions/parcel'
import { Later } from '@/platform/later'

/** How often the service is asked: whoever scans looks from one phone to the other. Milliseconds. */
const ASK_MS = 3_000

/** Whether a phone has come for what was given: asked while the code is shown, until there is nothing more to learn. */
export function useTaken(given: Given | undefined): ParcelState {
  const [seen, setSeen] = useState<{ of?: Given; state: ParcelState }>({ state: 'waiting' })
  useEffect(() => {
    if (!given) return
    const next = new Later()
    let left = false
    const ask = () =>
      // Without a network the next try may have one.
      becameOf(given)
        .catch((): ParcelState => 'waiting')
        .then(state => {
          if (left) return
          if (state !== 'waiting') setSeen({ of: given, state })
          if (state !== 'done') next.set(ASK_MS, ask)
        })
    next.set(ASK_MS, ask)
    return () => {
      left = true
      next.cancel()
    }
  }, [given])
  return seen.of === given ? seen.state : 'waiting'
}
