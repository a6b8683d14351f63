/** Both clocks read at one moment, milliseconds. `mono` never jumps but has no date (performance.now). */
export interface ClockReading {
  wall: number
  mono: number
}
export interface ClockState extends ClockReading {
  /** The latest time given out; kept between sessions of the app. */
  latest: number
}

/** How far the clocks may part within a session of the app. */
export const CLOCK_TOLERANCE_MS = 5 * 60_000
/** A start this little before the last known time is a clock set back; further back, the last known time was the wrong one. */
const BACKWARD_LIMIT_MS = 48 * 3_600_000

/**
 * Begins a session of the app. `latest` is the last time the one before gave out (persist `state.latest`), in milliseconds. A wall
 * clock up to 48 hours behind it is taken as set back: time goes on from `latest`, so no finished day opens again.
 */
export function startClock(reading: ClockReading, latest = 0): ClockState {
  const behind = latest - reading.wall
  const wall = behind > 0 && behind <= BACKWARD_LIMIT_MS ? latest : reading.wall
  return { wall, mono: reading.mono, latest: wall }
}

/**
 * The time to stamp an event with. While wall and monotonic clock agree within five minutes it is wall time, else the
 * session's start plus monotonic time, and `jumped` says so. Never earlier than a time already given. Start a new session when
 * the app returns from the background: some phones stop the monotonic clock in sleep. Rule: our own,
 * docs/decisions/0022-guarded-clock.md.
 */
export function guardClock(
  state: ClockState | undefined,
  reading: ClockReading,
): { state: ClockState; now: number; jumped: boolean } {
  const from = state ?? startClock(reading)
  const expected = from.wall + (reading.mono - from.mono)
  const jumped = Math.abs(reading.wall - expected) > CLOCK_TOLERANCE_MS
  const now = Math.max(jumped ? expected : reading.wall, from.latest)
  return { state: { ...from, latest: now }, now, jumped }
}
