import ESpeakNg from 'espeak-ng'
import type { Engine } from './engine.ts'
import { fromWav } from './wav.ts'

interface ESpeakModule {
  FS: { readFile: (path: string) => Uint8Array }
}

/** The fallback: eSpeak NG's Mandarin formant voice. Understandable, plainly a machine, and labelled so. */
export function openEspeak(): Engine {
  return {
    voice: 'espeak-ng/cmn',
    label: '机器朗读',
    async speak(sentence) {
      const run = ESpeakNg as unknown as (options: { arguments: string[] }) => Promise<ESpeakModule>
      const module = await run({ arguments: ['-v', 'cmn', '-s', '150', '-a', '80', '-w', 'out.wav', sentence] })
      return fromWav(Buffer.from(module.FS.readFile('out.wav')))
    },
  }
}
