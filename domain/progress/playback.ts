/** One stretch of the file played without a seek. Seconds of the file, and the member's seconds it took. */
export interface PlayedStretch {
  from: number
  position: number
  seconds: number
}

export interface PlaybackState {
  at: number
  playing: boolean
  /** Second of the file. */
  position: number
  rate: number
  from: number
  ms: number
  done: PlayedStretch[]
}

/** How far (seconds) a player's position may run ahead of the clock before it is a seek: players report unevenly. */
const SLACK = 1.5
/** No player goes slower; some report a rate of 0 while they buffer. */
const SLOWEST = 0.25

/** What a player tells of itself; `now` in milliseconds from a clock that never goes back. */
interface Tick {
  playing: boolean
  position: number
  rate: number
  now: number
}

/** Opens the player at `position` seconds, not yet playing. `now` in milliseconds from a clock that never goes back. */
export function startPlayback(position: number, now: number): PlaybackState {
  return { at: now, playing: false, position, rate: 1, from: position, ms: 0, done: [] }
}

/** Seconds on the clock and in the file since the player told last, and what it tells now. */
function since(state: PlaybackState, tick: Tick) {
  const at = Math.max(tick.now, state.at)
  const { playing, position, rate } = tick
  return {
    wall: (at - state.at) / 1000,
    moved: position - state.position,
    next: { ...state, at, playing, rate, position },
  }
}

/**
 * Follows the player. Call it on every time update and on play, pause, seek, speed change and end. Time counts only as
 * far as the file really moved on at its speed: a seek, a stall and double speed mint none.
 */
export function playTick(state: PlaybackState, tick: Tick): PlaybackState {
  const { wall, moved, next } = since(state, tick)
  const natural = state.playing && moved >= 0 && moved <= wall * state.rate + SLACK
  if (natural) return { ...next, ms: state.ms + Math.min(wall, moved / Math.max(state.rate, SLOWEST)) * 1000 }
  return { ...next, ...close(state), from: tick.position }
}

/**
 * Follows a voice that has no file: the platform tells only where each sentence begins, and a sentence takes as long as it
 * takes. The seconds that really passed count, up to twice what the text should have taken: a voice that hangs mints none.
 */
export function spokenTick(state: PlaybackState, tick: Tick): PlaybackState {
  const { wall, moved, next } = since(state, tick)
  if (!state.playing || moved < 0) return { ...next, ...close(state), from: tick.position }
  const most = (2 * moved) / Math.max(state.rate, SLOWEST) + SLACK
  return { ...next, ms: state.ms + Math.min(wall, most) * 1000 }
}

/** Where it stands, as finely as stretches tell it. */
export function standsAt(state: PlaybackState): number {
  return round(state.position)
}

/** Goes elsewhere on purpose: what was played so far is a stretch of its own. `now` as in `playTick`. */
export function jumpTo(state: PlaybackState, position: number, now: number): PlaybackState {
  return { ...state, ...close(state), at: Math.max(now, state.at), from: position, position }
}

/** Takes what has been played out for events, whole seconds only; playing goes on in a new stretch. */
export function takePlayed(state: PlaybackState): { stretches: PlayedStretch[]; state: PlaybackState } {
  const { done, ms } = close(state)
  return { stretches: done, state: { ...state, done: [], ms, from: state.position } }
}

function close(state: PlaybackState): Pick<PlaybackState, 'done' | 'ms'> {
  if (state.position <= state.from) return { done: state.done, ms: state.ms }
  const seconds = Math.floor(state.ms / 1000)
  const stretch = { from: round(state.from), position: round(state.position), seconds }
  return { done: [...state.done, stretch], ms: state.ms - seconds * 1000 }
}

const round = (s: number) => Math.round(s * 10) / 10
