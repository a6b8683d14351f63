import { assemble, type SpokenSentence, type Transcript } from './assemble.ts'
import type { Engine, Speech } from './engine.ts'
import { normalise } from './normalise.ts'
import type { EpisodeScript } from './script.ts'
import { sentencesOf } from './sentences.ts'
import { tidySilence } from './silence.ts'

/** Speaks a whole script sentence by sentence. `progress` is told how many of how many sentences are done. */
export async function speakScript(
  script: EpisodeScript,
  engine: Engine,
  progress: (done: number, all: number) => void,
): Promise<{ track: Speech; transcript: Transcript }> {
  const parts = script.paragraphs.flatMap((text, paragraph) =>
    sentencesOf(text).map(sentence => ({ paragraph, text: sentence })),
  )
  const spoken: SpokenSentence[] = []
  for (const part of parts) {
    const said = normalise(part.text)
    if (said) spoken.push({ ...part, speech: tidySilence(await engine.speak(said)) })
    progress(spoken.length, parts.length)
  }
  return assemble(script, spoken)
}
