import { normalise } from './normalise.ts'

/** Characters a second, pauses counted in, that an older listener follows with ease. */
export const SLOWEST = 3.8
export const FASTEST = 4.4
/** What the pauses are set for: a little inside, since a breath is rounded and the encoder adds its own. */
const WANTED = { most: 4.35, least: 3.85 }

/** Seconds of quiet between parts at the voice's own pace; none may pass `LONGEST_PAUSE`. */
export const PAUSES = { lead: 0.3, sentence: 0.32, paragraph: 0.62, chapter: 0.85, tail: 0.6 }
export const LONGEST_PAUSE = 0.95
/** Further than this pauses are not stretched or pressed: it would sound like waiting, or like haste. */
const STRETCH = { least: 0.7, most: 1.8 }

export type Pause = 'sentence' | 'paragraph' | 'chapter'

/** Characters as they are said: 1921年 is five. */
export function spokenCharacters(text: string): number {
  return normalise(text).match(/\p{Script=Han}/gu)?.length ?? 0
}

/** How long a pause of a kind is when all of them are stretched by a factor. */
export function pauseOf(kind: Pause, stretch: number): number {
  return Math.min(LONGEST_PAUSE, PAUSES[kind] * stretch)
}

/**
 * The factor by which pauses are stretched so that a whole recording is neither hurried nor slow.
 * @param characters of the whole recording, as they are said
 * @param voiced seconds of speech in it, with what is quiet at both ends
 * @param pauses between its sentences, in order
 */
export function stretchFor(characters: number, voiced: number, pauses: readonly Pause[]): number {
  const seconds = (stretch: number) => voiced + pauses.reduce((sum, kind) => sum + pauseOf(kind, stretch), 0)
  const pace = characters / seconds(1)
  if (pace >= WANTED.least && pace <= WANTED.most) return 1
  const wanted = characters / (pace > WANTED.most ? WANTED.most : WANTED.least)
  // Pauses end at `LONGEST_PAUSE`, so the sum does not grow in proportion: halve the interval instead.
  let { least, most } = STRETCH
  for (let turn = 0; turn < 30; turn += 1) {
    const middle = (least + most) / 2
    if (seconds(middle) < wanted) least = middle
    else most = middle
  }
  return (least + most) / 2
}
