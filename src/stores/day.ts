import { create } from 'zustand'
import { today } from '@/platform/phone/clock'

/** How often it is looked whether a new day has begun, milliseconds; a jump of the clock is noticed as well. */
const LOOK_EVERY = 30_000

/** Today, for pages that stay open over midnight: WeChat keeps them for hours, a browser for weeks. */
export const useDay = create<{ day: string }>(() => ({ day: today() }))

/** Sees whether it is still the same day. */
export function lookAtDay(): void {
  const day = today()
  if (day !== useDay.getState().day) useDay.setState({ day })
}

/** Called once at launch. */
export function watchDay(): void {
  setInterval(lookAtDay, LOOK_EVERY)
}
