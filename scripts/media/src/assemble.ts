import type { Speech } from './engine.ts'
import { type Pause, PAUSES, pauseOf, spokenCharacters, stretchFor } from './pace.ts'
import type { EpisodeScript } from './script.ts'
import { joined } from './silence.ts'

/** A sentence of the transcript; `start` and `end` in seconds from the beginning of the file. */
export interface TimedSentence {
  p: number
  t: string
  start: number
  end: number
}

/** What a synthetic recording says of itself before the script begins, and when, in seconds. */
export type TimedCue = Omit<TimedSentence, 'p'>

export interface Transcript {
  id: string
  cue?: TimedCue
  sentences: TimedSentence[]
  chapters: { title: string; start: number }[]
}

export interface SpokenSentence {
  paragraph: number
  text: string
  speech: Speech
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}

/** Joins the spoken cue and sentences into one track with pauses between them, and writes down when each is heard. */
export function assemble(
  script: EpisodeScript,
  spoken: readonly SpokenSentence[],
  cue?: Omit<SpokenSentence, 'paragraph'>,
): { track: Speech; transcript: Transcript } {
  const rate = spoken[0]?.speech.rate ?? 24000
  const said = [...(cue ? [cue] : []), ...spoken]
  const odd = said.find(({ speech }) => speech.rate !== rate)
  if (odd) throw new Error(`sentences of ${script.id} differ in sampling rate`)
  const pauses = spoken.map((sentence, i) => pauseBefore(script, sentence, spoken[i - 1])).slice(cue ? 0 : 1)
  const voiced = said.reduce((sum, { speech }) => sum + speech.samples.length / rate, PAUSES.lead + PAUSES.tail)
  const characters = said.reduce((sum, { text }) => sum + spokenCharacters(text), 0)
  const stretch = stretchFor(characters, voiced, pauses)

  const pieces: Float32Array[] = []
  let length = 0
  const add = (piece: Float32Array) => {
    pieces.push(piece)
    length += piece.length
  }
  const quiet = (seconds: number) => add(new Float32Array(Math.round(seconds * rate)))
  const timed = said.map(({ text, speech }, i) => {
    quiet(i === 0 ? PAUSES.lead : pauseOf(pauses[i - 1]!, stretch))
    const start = length / rate
    add(speech.samples)
    return { t: text, start: rounded(start), end: rounded(length / rate) }
  })
  quiet(PAUSES.tail)
  const sentences = timed.slice(cue ? 1 : 0).map((time, i) => ({ p: spoken[i]!.paragraph, ...time }))
  const chapters = script.chapters.map(chapter => ({
    title: chapter.title,
    start: sentences.find(s => s.p >= chapter.paragraph)?.start ?? rounded(length / rate),
  }))
  return {
    track: { samples: joined(pieces), rate },
    transcript: { id: script.id, ...(cue ? { cue: timed[0]! } : {}), sentences, chapters },
  }
}

/** The cue is followed by a pause as long as a chapter's. */
function pauseBefore(script: EpisodeScript, { paragraph }: SpokenSentence, before: SpokenSentence | undefined): Pause {
  if (!before) return 'chapter'
  if (before.paragraph === paragraph) return 'sentence'
  const opens = script.chapters.some(it => it.paragraph > before.paragraph && it.paragraph <= paragraph)
  return opens ? 'chapter' : 'paragraph'
}
