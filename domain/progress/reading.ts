/** How long after the last movement a visible page still counts as being read, in milliseconds. */
export const STILL_READING_MS = 30_000

export interface ReadingState {
  /** Time of the last tick, milliseconds. */
  at: number
  visible: boolean
  movedAt: number
  /** Engaged milliseconds not yet taken. */
  ms: number
}

/** Opens a page; opening counts as a movement. `now` in milliseconds from a clock that never goes back. */
export function startReading(now: number): ReadingState {
  return { at: now, visible: true, movedAt: now, ms: 0 }
}

/**
 * Counts engaged time up to `now`: visible, and within 30 s of a movement (scroll, touch, key). Call it every few
 * seconds and whenever visibility changes; a missed tick never mints time. All times in milliseconds.
 */
export function readTick(state: ReadingState, tick: { visible: boolean; movedAt: number; now: number }): ReadingState {
  const now = Math.max(tick.now, state.at)
  const movedAt = Math.min(now, Math.max(tick.movedAt, state.movedAt))
  let ms = 0
  if (state.visible) {
    const untilOld = Math.min(now, state.movedAt + STILL_READING_MS)
    const fromNew = Math.max(state.at, Math.min(movedAt, now))
    const untilNew = Math.min(now, movedAt + STILL_READING_MS)
    const before = Math.max(0, Math.min(untilOld, fromNew) - state.at)
    ms = before + Math.max(0, untilNew - fromNew)
  }
  return { at: now, visible: tick.visible, movedAt, ms: state.ms + ms }
}

/** Takes the whole engaged seconds out for an event; the rest stays for the next one. */
export function takeReading(state: ReadingState): { seconds: number; state: ReadingState } {
  const seconds = Math.floor(state.ms / 1000)
  return { seconds, state: { ...state, ms: state.ms - seconds * 1000 } }
}
