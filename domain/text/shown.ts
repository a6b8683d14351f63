// Ranges of Unicode 16 by hand: older iPhones refuse to parse their names.
const between = (...ranges: (number | [number, number])[]) => {
  const written = (code: number) => `\\u{${code.toString(16)}}`
  const parts = ranges.map(it => (typeof it === 'number' ? written(it) : it.map(written).join('-')))
  return new RegExp(`[${parts.join('')}]`, 'gu')
}

/** Line ends and other control characters. */
const CONTROL = between([0x00, 0x1f], [0x7f, 0x9f], [0x2028, 0x2029])
/**
 * What takes no room, turns the direction of writing, or takes room and shows nothing; what means something only between two
 * parties, and halves of a character.
 */
const UNSHOWN = between(
  0x00ad,
  0x034f,
  [0x0600, 0x0605],
  0x061c,
  0x06dd,
  0x070f,
  [0x0890, 0x0891],
  0x08e2,
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  0x2800,
  0x3164,
  [0xd800, 0xdfff],
  [0xe000, 0xf8ff],
  [0xfdd0, 0xfdef],
  [0xfe00, 0xfe0f],
  0xfeff,
  0xffa0,
  [0xfff0, 0xfffb],
  [0xfffe, 0xffff],
  0x110bd,
  0x110cd,
  [0x13430, 0x1343f],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0x10ffff],
)

/** Nothing that cannot be seen, but spaces and line ends. */
export const withoutUnshown = (text: string): string => text.replace(UNSHOWN, '')

/** One line that can be seen: nothing invisible, nothing that turns the direction of writing, no line ends. May be empty. */
export const shownLine = (text: string): string =>
  withoutUnshown(text.replace(CONTROL, ' ')).replace(/\s+/g, ' ').trim()

/** The same of several lines, which stay lines. */
export const shownLines = (text: string): string =>
  text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map(shownLine)
    .join('\n')
    .trim()
