import type { TimedSentence } from '../assemble.ts'
import { kindOf, type SceneData } from './kinds.ts'
import { nameOf, type Storyboard } from './storyboard.ts'

/** A scene with its times, in seconds of the film. */
export interface TimedScene {
  data: SceneData
  aside?: string
  start: number
  end: number
  beats: number[]
}

/** A picture comes this much before the word that it goes with. */
const AHEAD = 0.25
/**
 * So long a heading may stand alone, seconds: then the first step comes, though its words are still to be said; but not so soon that
 * it would have to stand still for longer than `NEXT` before what follows.
 */
const ALONE = 2
const NEXT = 5
/** Nothing new comes in a scene's last moments: it could not be read. */
const REST = 1.4

/** When a word of the script is heard: the sentences of a recording one after another. */
class Heard {
  private readonly whole: string
  constructor(private readonly sentences: readonly TimedSentence[]) {
    this.whole = sentences.map(({ t }) => t).join('')
  }

  /** Where words stand, from a place on; -1 when they do not. */
  find(words: string, from: number): number {
    return this.whole.indexOf(words, from)
  }

  /** The second in which the character at a place is said; its share of the sentence is its share of the time. */
  second(place: number): number {
    let before = 0
    for (const { t, start, end } of this.sentences) {
      if (place < before + t.length) return start + ((end - start) * (place - before)) / t.length
      before += t.length
    }
    return this.sentences.at(-1)?.end ?? 0
  }
}

/**
 * When each scene of a storyboard and each of its steps is shown. A step without words of its own comes between its neighbours.
 * @param seconds how long the film is
 */
export function schedule(
  { scenes }: Storyboard,
  sentences: readonly TimedSentence[],
  seconds: number,
): { scenes: TimedScene[]; problems: string[] } {
  const heard = new Heard(sentences)
  const problems: string[] = []
  let cursor = 0
  const secondOf = (words: string, where: string): number | undefined => {
    const place = heard.find(words, cursor)
    if (place < 0) {
      const earlier = heard.find(words, 0) >= 0
      problems.push(`${where}：${earlier ? `“${words}”在文稿里排在前一处的前面` : `文稿里找不到“${words}”`}`)
      return undefined
    }
    cursor = place
    return Math.max(0, heard.second(place) - AHEAD)
  }
  const placed = scenes.map(({ at, data, aside }, i) => {
    const where = nameOf(i, data)
    const start = at === undefined ? 0 : secondOf(at, where)
    const steps = kindOf(data)
      .steps(data)
      .map(it => (it === undefined ? undefined : secondOf(it, where)))
    return { data, ...(aside === undefined ? {} : { aside }), start: start ?? 0, steps }
  })
  const timed = placed.map(({ steps, ...scene }, i) => {
    const { data, start } = scene
    const end = placed[i + 1]?.start ?? seconds
    if (end - start < 2 && problems.length === 0)
      problems.push(`${nameOf(i, data)}：只有 ${(end - start).toFixed(1)} 秒，看不清；应当并到邻近的一幕`)
    const beats = between(steps, start, end)
    if (kindOf(data).empty) beats[0] = Math.min(beats[0]!, Math.max(start + ALONE, (beats[1] ?? end) - NEXT))
    return { ...scene, end, beats }
  })
  return { scenes: timed, problems }
}

/** Steps without a time of their own are spread between those that have one. */
function between(steps: readonly (number | undefined)[], start: number, end: number): number[] {
  const first = start + 0.3
  const last = Math.max(first, end - REST)
  const beats = [...steps]
  for (let i = 0; i < beats.length; i += 1) {
    if (beats[i] !== undefined) continue
    let next = i
    while (next < beats.length && beats[next] === undefined) next += 1
    const from = i === 0 ? first : beats[i - 1]!
    const to = next < beats.length ? Math.min(beats[next]!, last) : last
    // At the beginning the first comes at once; at the end the last comes before the rest.
    const parts = next - i + (i === 0 && next === beats.length ? -1 : i === 0 ? 0 : next === beats.length ? 0 : 1)
    for (let k = i; k < next; k += 1) beats[k] = from + ((to - from) * (k - i + (i === 0 ? 0 : 1))) / Math.max(1, parts)
  }
  return beats.map(it => Math.max(start, it!))
}
