import { openEspeak } from './engine-espeak.ts'
import type { Engine } from './engine.ts'
import { modelIsThere } from './model.ts'
import { paths } from './paths.ts'
import { openReader } from './reader.ts'

/** Chosen by measurement: docs/decisions/0010-voice.md. */
export const VOICE = process.env.MEDIA_VOICE ?? 'zf_xiaoxiao'

/** A little slower than the voice's own pace: many listeners are over sixty. */
export const PACE = 0.95

/** The best voice this machine has: the neural one when its model is there, else the labelled fallback. */
export async function openVoice(report: (line: string) => void): Promise<Engine> {
  if (VOICE === 'espeak' || !modelIsThere(VOICE)) {
    if (VOICE !== 'espeak') report('没有语音模型（npm run media:model 可以取来），改用机器朗读。')
    return openEspeak(openReader(paths.lexicon))
  }
  // Loaded only now, so that checking and captions need no native library.
  const { openKokoro } = await import('./engine-kokoro.ts')
  return openKokoro(
    { folder: paths.model, voice: VOICE, speed: PACE, threads: Number(process.env.MEDIA_THREADS ?? 2) },
    openReader(paths.lexicon),
  )
}
