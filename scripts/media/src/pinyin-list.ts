import { isPolyphone } from './polyphones.ts'
import type { Clause } from './pronounce.ts'
import type { Syllable } from './sandhi.ts'

/** Readings so usual that a reader of one script need not see them; the table by character holds them too. */
const USUAL = new Set(
  '的de5 了le5 和he2 会hui4 过guo4 好hao3 见jian4 可ke3 同tong2 体ti3 分fen1 信xin4 委wei3 术shu4 台tai2 句ju4 六liu4 黑hei1 论lun4 观guan1 令ling4 革ge2 洞dong4 秘mi4 作zuo4 车che1 石shi2 王wang2 要yao4 中zhong1 通tong1 发fa1 把ba3 把ba2 几ji3 任ren4 根gen1 片pian4 父fu4 查cha2 号hao4 员yuan2 据ju4 核he2 与yu3'.split(
    ' ',
  ),
)

/** Says how a character is read when it stands alone, in numbered pinyin. */
export type ReadAlone = (char: string) => string

const base = (pinyin: string) => pinyin.replace(/[0-5]$/, '')

/** A character to look at: one with several readings, or one that came out otherwise than it is read alone. */
function isOpen({ char, pinyin }: Syllable, alone: ReadAlone): boolean {
  return isPolyphone(char) || base(pinyin) !== base(alone(char))
}

/** A clause with the reading behind each character that has several; readings of the lexicon are in brackets. */
export function clauseToRead({ words, pause }: Clause, alone: ReadAlone): { text: string; open: number } {
  let open = 0
  const text = words
    .flat()
    .map(s => {
      if (!isOpen(s, alone) || USUAL.has(s.char + s.pinyin)) return s.char
      open += 1
      return s.fixed ? `${s.char}[${s.pinyin}]` : `${s.char}(${s.pinyin})`
    })
    .join('')
  return { text: text + pause, open }
}

/** Every name of `names` in the clause with its whole reading, the longest first, none inside another. */
export function namesToRead({ words }: Clause, names: ReadonlySet<string>): string[] {
  const flat = words.flat()
  const text = flat.map(s => s.char).join('')
  const found: string[] = []
  for (let at = 0; at < flat.length; at += 1) {
    for (let length = Math.min(8, flat.length - at); length > 1; length -= 1) {
      const name = text.slice(at, at + length)
      if (!names.has(name)) continue
      const said = flat.slice(at, at + length).map(s => s.pinyin)
      found.push(`${name} ${said.join(' ')}`)
      at += length - 1
      break
    }
  }
  return found
}

interface Decision {
  char: string
  pinyin: string
  /** The dictionary's word that it stands in, or the characters around it. */
  where: string
}

/** Every decision of the clauses: one for each character that is wanted. */
function decisionsOf(clauses: readonly Clause[], wanted: (s: Syllable) => boolean): Decision[] {
  return clauses.flatMap(({ words }) => {
    const text = words
      .flat()
      .map(s => s.char)
      .join('')
    let at = -1
    return words.flatMap(word =>
      word.flatMap(s => {
        at += 1
        if (!wanted(s)) return []
        const around = `${text.slice(Math.max(0, at - 5), at)}【${s.char}】${text.slice(at + 1, at + 6)}`
        const inWord = word.length > 1 && !s.fixed
        return [{ char: s.char, pinyin: s.pinyin, where: inWord ? word.map(w => w.char).join('') : around }]
      }),
    )
  })
}

/**
 * The table of all decisions, by character and reading: each word of the dictionary once with its count, then each place where the
 * character stands alone, five characters on either side. With `only`, the table of these characters, whatever they are.
 */
export function byCharacter(clauses: readonly Clause[], alone: ReadAlone, only: ReadonlySet<string>): string[] {
  const wanted = (s: Syllable) => (only.size > 0 ? only.has(s.char) : isOpen(s, alone))
  const table = new Map<string, Map<string, Map<string, number>>>()
  for (const { char, pinyin, where } of decisionsOf(clauses, wanted)) {
    const readings = table.get(char) ?? new Map<string, Map<string, number>>()
    const places = readings.get(pinyin) ?? new Map<string, number>()
    table.set(char, readings.set(pinyin, places.set(where, (places.get(where) ?? 0) + 1)))
  }
  return [...table].sort(byName).flatMap(([char, readings]) => [
    `\n${char}`,
    ...[...readings].sort(byName).map(([pinyin, places]) => {
      const listed = [...places].sort(byName).map(([where, count]) => (count > 1 ? `${where}×${count}` : where))
      const words = listed.filter(where => !where.includes('【'))
      const alone = listed.filter(where => where.includes('【'))
      return `  ${pinyin}  ${words.join(' ')}${alone.length > 0 ? ` ｜ ${alone.join(' ')}` : ''}`
    }),
  ])
}

function byName<T>([a]: [string, T], [b]: [string, T]): number {
  return a < b ? -1 : Number(a > b)
}
