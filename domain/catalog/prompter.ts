import { spokenLines, type SpokenLine } from './spoken-lines'
import type { EpisodeBody } from './types'

/** Characters a minute that a teleprompter can run at; who tells a story to people says some two hundred. */
export const PACES = [120, 140, 160, 180, 200, 220, 240, 260, 280, 300]
export const DEFAULT_PACE = 200

/** A script to be told aloud. */
export interface Prompt {
  /** Its sentences; `start` and `end` are shares of the whole, by length. */
  lines: SpokenLine[]
  characters: number
}

/** What a teleprompter shows of a script; pauses are not in it. */
export function promptOf({ blocks }: Pick<EpisodeBody, 'blocks'>): Prompt {
  const lines = spokenLines({ blocks }, 1)
  return { lines, characters: lines.reduce((sum, { text }) => sum + text.length, 0) }
}

/** Seconds that telling it takes at a pace, without pauses. */
export function secondsToTell({ characters }: Prompt, pace: number): number {
  return (characters * 60) / pace
}

/**
 * How far the teleprompter has come.
 * @param share of the script, 0–1, where it stood
 * @param ms gone by since then, pauses not counted
 */
export function promptAfter(prompt: Prompt, share: number, ms: number, pace: number): number {
  return Math.min(1, share + ms / 1000 / secondsToTell(prompt, pace))
}

/** Nobody says more characters a minute than this; the operator's check (scripts/media/src/human-recording) has the same bound. */
const FASTEST = 420

/** Whether a recording is too short to hold the whole script. */
export function seemsUnfinished({ characters }: Prompt, seconds: number): boolean {
  return (characters * 60) / FASTEST > seconds
}
