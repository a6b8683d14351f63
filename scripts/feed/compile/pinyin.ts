import { pinyin } from 'pinyin-pro'
import type { PinyinFile } from '../../../domain/search/pinyin'

/** GB 2312's characters lie in these rows of its table, the common ones first. */
const FIRST_ROW = 0xb0
const LAST_ROW = 0xf7
const ROW_LENGTH = 94

/** The 6,763 characters of GB 2312, which hold nearly everything that is typed. */
function commonCharacters(): string[] {
  const decoder = new TextDecoder('gb18030')
  const all: string[] = []
  for (let row = FIRST_ROW; row <= LAST_ROW; row++) {
    for (let cell = 1; cell <= ROW_LENGTH; cell++) all.push(decoder.decode(new Uint8Array([row, 0xa0 + cell])))
  }
  return all.filter(it => /^\p{Script=Han}$/u.test(it))
}

let compiled: PinyinFile | undefined

/**
 * How characters are read, by reading; one with several stands in several. ü is v, as it is typed. The content has no part in
 * it, so a run that compiles more than once, as tests do, finds it once.
 */
export function compilePinyin(): PinyinFile {
  return (compiled ??= readings())
}

function readings(): PinyinFile {
  const groups = new Map<string, string>()
  for (const character of commonCharacters()) {
    const all = pinyin(character, { toneType: 'none', multiple: true, type: 'array', v: true })
    for (const reading of new Set(all)) {
      if (/^[a-z]+$/.test(reading)) groups.set(reading, (groups.get(reading) ?? '') + character)
    }
  }
  return Object.fromEntries([...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
}
