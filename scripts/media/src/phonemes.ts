import { pinyinToIpa } from './pinyin-to-ipa.ts'
import type { Clause } from './pronounce.ts'

const PAUSES: Record<string, string> = {
  '，': ', ',
  '、': ', ',
  '。': '. ',
  '！': '! ',
  '？': '? ',
  '；': '; ',
  '：': ': ',
}

/** Clauses as the phoneme text that Kokoro v1.0 expects: words parted by spaces, pauses as Western punctuation. */
export function kokoroPhonemes(clauses: readonly Clause[]): string {
  return clauses
    .map(({ words, pause }) => {
      const said = words.map(word =>
        word
          .map(s => {
            const ipa = pinyinToIpa(s.pinyin)
            if (ipa === null) throw new Error(`"${s.pinyin}" (${s.char}) is not a Mandarin syllable`)
            return ipa
          })
          .join(''),
      )
      return said.join(' ') + (PAUSES[pause] ?? '')
    })
    .join('')
    .trim()
}
