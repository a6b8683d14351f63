import { assemble, type SpokenSentence, type Transcript } from './assemble.ts'
import type { Engine, Speech } from './engine.ts'
import { normalise } from './normalise.ts'
import type { EpisodeScript } from './script.ts'
import { sentencesOf } from './sentences.ts'
import { softEnds, tidySilence } from './silence.ts'
import { CUE, isSynthetic } from './synthetic-label.ts'

/** Speaks a whole script sentence by sentence, after the cue that says it is a machine. `progress` is told how many of how many sentences are done. */
export async function speakScript(
  script: EpisodeScript,
  engine: Engine,
  progress: (done: number, all: number) => void,
): Promise<{ track: Speech; transcript: Transcript }> {
  const parts = script.paragraphs.flatMap((text, paragraph) =>
    sentencesOf(text).map(sentence => ({ paragraph, text: sentence })),
  )
  const speak = async (said: string) => softEnds(tidySilence(await engine.speak(said)))
  const cue = isSynthetic(engine.label) ? { text: CUE, speech: await speak(normalise(CUE)) } : undefined
  const spoken: SpokenSentence[] = []
  for (const part of parts) {
    const said = normalise(part.text)
    if (said) spoken.push({ ...part, speech: await speak(said) })
    progress(spoken.length, parts.length)
  }
  return assemble(script, spoken, cue)
}
