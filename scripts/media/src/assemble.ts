import type { Speech } from './engine.ts'
import type { EpisodeScript } from './script.ts'
import { joined } from './silence.ts'

/** Seconds of quiet between parts; all stay under one second. */
export const PAUSES = { lead: 0.3, sentence: 0.32, paragraph: 0.62, chapter: 0.85, tail: 0.6 }

/** A sentence of the transcript; `start` and `end` in seconds from the beginning of the file. */
export interface TimedSentence {
  p: number
  t: string
  start: number
  end: number
}

export interface Transcript {
  id: string
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

/** Joins spoken sentences into one track with pauses between them, and writes down when each is heard. */
export function assemble(
  script: EpisodeScript,
  spoken: readonly SpokenSentence[],
): { track: Speech; transcript: Transcript } {
  const rate = spoken[0]?.speech.rate ?? 24000
  const pieces: Float32Array[] = []
  let length = 0
  const add = (piece: Float32Array) => {
    pieces.push(piece)
    length += piece.length
  }
  const quiet = (seconds: number) => add(new Float32Array(Math.round(seconds * rate)))
  const sentences: TimedSentence[] = []
  quiet(PAUSES.lead)
  spoken.forEach(({ paragraph, text, speech }, i) => {
    if (speech.rate !== rate) throw new Error(`sentences of ${script.id} differ in sampling rate`)
    const before = spoken[i - 1]
    if (before && before.paragraph === paragraph) quiet(PAUSES.sentence)
    else if (before)
      quiet(
        script.chapters.some(c => c.paragraph > before.paragraph && c.paragraph <= paragraph)
          ? PAUSES.chapter
          : PAUSES.paragraph,
      )
    const start = length / rate
    add(speech.samples)
    sentences.push({ p: paragraph, t: text, start: rounded(start), end: rounded(length / rate) })
  })
  quiet(PAUSES.tail)
  const chapters = script.chapters.map(chapter => ({
    title: chapter.title,
    start: sentences.find(s => s.p >= chapter.paragraph)?.start ?? rounded(length / rate),
  }))
  return { track: { samples: joined(pieces), rate }, transcript: { id: script.id, sentences, chapters } }
}
