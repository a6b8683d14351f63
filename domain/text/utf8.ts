/** Characters made into text in one call: more arguments than that some engines refuse. */
const AT_ONCE = 8000

/** UTF-8 bytes of a text. WeChat's logic layer has no TextEncoder; encodeURIComponent is ECMAScript itself. */
export function utf8Bytes(text: string): number[] {
  const encoded = encodeURIComponent(text)
  const bytes: number[] = []
  for (let i = 0; i < encoded.length; i++) {
    if (encoded[i] === '%') {
      bytes.push(parseInt(encoded.slice(i + 1, i + 3), 16))
      i += 2
    } else bytes.push(encoded.charCodeAt(i))
  }
  return bytes
}

/** The text of a few UTF-8 bytes, or undefined when they are not UTF-8: a short code must be right or refused. */
export function utf8Text(bytes: readonly number[]): string | undefined {
  try {
    return decodeURIComponent(bytes.map(b => `%${b.toString(16).padStart(2, '0')}`).join(''))
  } catch {
    return undefined
  }
}

/**
 * The text of a file or an answer of the network, as TextDecoder reads it, which WeChat's logic layer has not: malformed bytes
 * become U+FFFD and a byte order mark goes. Letters and Chinese characters, nearly all there is, take no call and no array.
 */
export function decodeUtf8(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer)
  const parts: string[] = []
  const units = new Uint16Array(AT_ONCE)
  let count = 0
  const flush = () => {
    parts.push(String.fromCharCode.apply(null, units.subarray(0, count) as unknown as number[]))
    count = 0
  }
  let i = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (i < bytes.length) {
    if (count > AT_ONCE - 2) flush()
    const first = bytes[i]!
    if (first < 0x80) {
      units[count++] = first
      i += 1
      continue
    }
    const chinese = threeBytes(first, bytes[i + 1]!, bytes[i + 2]!)
    if (chinese > 0) {
      units[count++] = chinese
      i += 3
      continue
    }
    // Not destructured: for old phones Babel would make an iterator of that for every character.
    const read = codePoint(bytes, i)
    const point = read[0]
    i += read[1]
    if (point > 0xffff) {
      units[count++] = 0xd800 | ((point - 0x10000) >> 10)
      units[count++] = 0xdc00 | ((point - 0x10000) & 1023)
    } else units[count++] = point
  }
  flush()
  return parts.join('')
}

/** The character of three bytes, or 0 where they are not one; behind the last byte stands undefined, of which `&` makes 0. */
function threeBytes(first: number, second: number, third: number): number {
  if ((first & 0xf0) !== 0xe0 || (second & 0xc0) !== 0x80 || (third & 0xc0) !== 0x80) return 0
  const point = ((first & 0x0f) << 12) | ((second & 0x3f) << 6) | (third & 0x3f)
  return point < 0x800 || (point >= 0xd800 && point <= 0xdfff) ? 0 : point
}

/** The code point at `i` and how many bytes it took. */
function codePoint(bytes: Uint8Array, i: number): [point: number, length: number] {
  const first = bytes[i]!
  if (first < 0x80) return [first, 1]
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0
  if (length === 0 || first >= 0xf5) return [0xfffd, 1]
  let point = first & (0xff >> (length + 1))
  for (let k = 1; k < length; k++) {
    const next = bytes[i + k]
    if (next === undefined || (next & 0xc0) !== 0x80) return [0xfffd, k]
    point = (point << 6) | (next & 0x3f)
  }
  const overlong = (length === 3 && point < 0x800) || (length === 4 && (point < 0x10000 || point > 0x10ffff))
  const surrogate = point >= 0xd800 && point <= 0xdfff
  return [overlong || surrogate ? 0xfffd : point, length]
}
