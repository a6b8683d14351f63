import { assemble, type Transcript } from '../assemble.ts'
import { normalise } from '../normalise.ts'
import { spokenCharacters } from '../pace.ts'
import type { EpisodeScript } from '../script.ts'
import { sentencesOf } from '../sentences.ts'
import { CUE } from '../synthetic-label.ts'

/** Characters a second while speaking; with the pauses it is the pace that recordings keep. */
const SPEAKING = 4.9
const SAMPLES = 100

/** About when each sentence will be heard, for a script that nobody has spoken yet. */
export function estimatedTranscript(script: EpisodeScript): { transcript: Transcript; seconds: number } {
  const speech = (text: string) => ({
    samples: new Float32Array(Math.round((spokenCharacters(text) / SPEAKING) * SAMPLES)),
    rate: SAMPLES,
  })
  const spoken = script.paragraphs.flatMap((text, paragraph) =>
    sentencesOf(text)
      .filter(it => normalise(it))
      .map(it => ({ paragraph, text: it, speech: speech(it) })),
  )
  const { track, transcript } = assemble(script, spoken, { text: CUE, speech: speech(CUE) })
  return { transcript, seconds: track.samples.length / SAMPLES }
}
