import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as ort from 'onnxruntime-node'
import type { Engine } from './engine.ts'
import { kokoroPhonemes } from './phonemes.ts'
import { pronounce, type Reader } from './pronounce.ts'

const RATE = 24000
const STYLE_WIDTH = 256
const MOST_LETTERS = 509

export interface KokoroOptions {
  /** Folder with `kokoro.onnx`, `vocab.json` and `<voice>.bin` (see model.ts). */
  folder: string
  threads: number
}

/**
 * Kokoro-82M v1.0 (Apache-2.0) on the CPU through ONNX Runtime; the model is loaded once for all its voices.
 * @returns a voice by its name; `speed` 1 is the voice's own pace
 */
export async function openKokoro(
  options: KokoroOptions,
  reader: Reader,
): Promise<(voice: string, speed: number) => Engine> {
  const { vocab } = JSON.parse(readFileSync(join(options.folder, 'vocab.json'), 'utf8')) as {
    vocab: Record<string, number>
  }
  const session = await ort.InferenceSession.create(join(options.folder, 'kokoro.onnx'), {
    intraOpNumThreads: options.threads,
    interOpNumThreads: 1,
  })
  const reading = (sentence: string) => kokoroPhonemes(pronounce(sentence, reader))
  return (voice, speed) => {
    const bytes = readFileSync(join(options.folder, `${voice}.bin`))
    const styles = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
    return {
      voice: `kokoro-82m-v1.0-int8/${voice}`,
      label: '合成语音',
      reading,
      async speak(sentence) {
        const phonemes = reading(sentence)
        const ids = [...phonemes].map(letter => {
          const id = vocab[letter]
          if (id === undefined) throw new Error(`the model has no letter "${letter}" (in ${phonemes})`)
          return id
        })
        if (ids.length > MOST_LETTERS)
          throw new Error(`sentence too long for the voice (${ids.length} letters): ${sentence}`)
        // The voice file holds one style for every length of utterance.
        const at = STYLE_WIDTH * (ids.length - 1)
        const result = await session.run({
          tokens: new ort.Tensor('int64', BigInt64Array.from([0, ...ids, 0].map(BigInt)), [1, ids.length + 2]),
          style: new ort.Tensor('float32', styles.slice(at, at + STYLE_WIDTH), [1, STYLE_WIDTH]),
          speed: new ort.Tensor('float32', Float32Array.from([speed]), [1]),
        })
        return { samples: result.audio!.data as Float32Array, rate: RATE }
      },
    }
  }
}
