/**
 * Marks that a reader does not type: spaces, quotes, book marks, dots in names. A text is cut
 * into sentences before that, so that their ends may go as well.
 */
const NOISE: [from: number, to: number][] = [
  [0x00, 0x2f],
  [0x3a, 0x40],
  [0x5b, 0x60],
  [0x7b, 0xa0],
  [0xb7, 0xb7],
  [0x2000, 0x206f],
  [0x2190, 0x2bff],
  // 〇 is a digit: 二〇〇七 is not 二七.
  [0x3000, 0x3006],
  [0x3008, 0x303f],
  [0x30fb, 0x30fb],
  [0xfe30, 0xfe4f],
]

const isNoise = (code: number) => NOISE.some(([from, to]) => code >= from && code <= to)

/** One UTF-16 unit as it is compared: half width, lower case, nothing for a mark. */
function plainUnit(unit: string): string {
  const code = unit.charCodeAt(0)
  if (code >= 0x4e00 && code <= 0x9fff) return unit
  const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : unit
  if (isNoise(half.charCodeAt(0))) return ''
  const lower = half.toLowerCase()
  // A few letters grow when lowered; positions must not.
  return lower.length === 1 ? lower : half
}

/**
 * A text in the form in which search compares: full and half width alike, letters lower, no spaces, quotes, book marks or
 * punctuation. One unit becomes one or none, so `plainRange` can lead back. Made for phones: no property classes, no
 * lookbehind, no `normalize`.
 */
export function plainForm(text: string): string {
  let out = ''
  for (let i = 0; i < text.length; i++) out += plainUnit(text[i]!)
  return out
}

/** Where `[from, to)` of a text's plain form stands in the text itself. */
export function plainRange(text: string, from: number, to: number): [from: number, to: number] {
  let plain = 0
  let start = text.length
  for (let i = 0; i < text.length; i++) {
    if (plainUnit(text[i]!) === '') continue
    if (plain === from) start = i
    plain += 1
    if (plain === to) return [start, i + 1]
  }
  return [start, text.length]
}
