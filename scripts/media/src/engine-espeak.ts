import ESpeakNg from 'espeak-ng'
import type { Engine } from './engine.ts'
import { pronounce, type Reader } from './pronounce.ts'
import { fromWav } from './wav.ts'

/** The fallback: eSpeak NG's Mandarin formant voice. Understandable, plainly a machine, and labelled so. It is given pinyin, so that the lexicon's names come out right here too. */
export function openEspeak(reader: Reader): Engine {
  const reading = (sentence: string) =>
    pronounce(sentence, reader)
      .map(
        ({ words, pause }) =>
          words
            .flat()
            .map(s => s.pinyin.replace('ü', 'v'))
            .join(' ') + (/[。！？]/.test(pause) ? '. ' : ', '),
      )
      .join('')
  return {
    voice: 'espeak-ng/cmn-latn-pinyin',
    label: '机器朗读',
    reading,
    async speak(sentence) {
      const espeak = await ESpeakNg({
        arguments: ['-v', 'cmn-latn-pinyin', '-s', '185', '-a', '60', '-w', 'out.wav', reading(sentence)],
      })
      return fromWav(Buffer.from(espeak.FS.readFile('out.wav')))
    },
  }
}
