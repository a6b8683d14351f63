import { openEspeak } from './engine-espeak.ts'
import type { Engine } from './engine.ts'
import { modelIsThere } from './model.ts'
import { paths } from './paths.ts'
import { openReader } from './reader.ts'

/** One voice a series, so that an hour of listening is not one voice's; chosen by measurement: docs/decisions/0010-voice.md. */
const VOICES: Record<string, string> = { baitian: 'zf_xiaoxiao', renwu: 'zm_yunxi', gushi: 'zm_yunjian' }

/** A little slower than the voice's own pace: many listeners are over sixty. */
export const PACE = 0.95
/** A voice that is quicker by nature; pauses alone do not bring it within `FASTEST`. */
const OWN_PACE: Record<string, number> = { zm_yunxi: 0.88 }

/** Who reads a series. */
export type Voices = (series: string) => Engine

/** The best voices this machine has: the neural ones when the model is there, else the labelled fallback for all. */
export async function openVoices(report: (line: string) => void): Promise<Voices> {
  const chosen = process.env.MEDIA_VOICE
  const wanted = chosen ? [chosen] : Object.values(VOICES)
  const reader = openReader(paths.lexicon)
  if (chosen === 'espeak' || !wanted.every(modelIsThere)) {
    if (chosen !== 'espeak') report('没有语音模型（npm run media:model 可以取来），改用机器朗读。')
    const fallback = await openEspeak(reader)
    return () => fallback
  }
  // Loaded only now, so that checking and captions need no native library.
  const { openKokoro } = await import('./engine-kokoro.ts')
  const threads = Number(process.env.MEDIA_THREADS ?? 2)
  const speaker = await openKokoro({ folder: paths.model, threads }, reader)
  const engines = new Map(wanted.map(voice => [voice, speaker(voice, OWN_PACE[voice] ?? PACE)]))
  return series => engines.get(chosen ?? VOICES[series] ?? VOICES.baitian!)!
}
