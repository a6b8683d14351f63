/** Stops playing after a while; counts only while something plays. */
export interface SleepTimer {
  /** Milliseconds of playing left; undefined stops at the end of the episode. */
  left?: number
  /** When it was last counted, milliseconds. */
  at: number
}

/** `minutes` of playing, or `episode`: until the one that is playing ends. */
export type SleepChoice = number | 'episode'

/** Sets the timer at `now`, milliseconds from a clock that never goes back. */
export function setSleep(choice: SleepChoice, now: number): SleepTimer {
  return choice === 'episode' ? { at: now } : { left: choice * 60_000, at: now }
}

/**
 * Counts down by the time played since the last call; a pause counts nothing.
 * @returns the timer, and whether it is time to stop
 */
export function sleepTick(timer: SleepTimer, playing: boolean, now: number): { timer: SleepTimer; over: boolean } {
  const passed = Math.max(0, now - timer.at)
  if (timer.left === undefined || !playing) return { timer: { ...timer, at: now }, over: false }
  const left = Math.max(0, timer.left - passed)
  return { timer: { left, at: now }, over: left === 0 }
}
