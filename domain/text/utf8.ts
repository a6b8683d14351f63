const FLUSH_AT = 8000

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
 * become U+FFFD and a byte order mark goes. Half a megabyte takes a few milliseconds.
 */
export function decodeUtf8(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer)
  const parts: string[] = []
  let units: number[] = []
  let i = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  while (i < bytes.length) {
    // Not destructured: for old phones Babel would make an iterator of that for every character.
    const read = codePoint(bytes, i)
    const point = read[0]
    i += read[1]
    if (point > 0xffff) units.push(0xd800 | ((point - 0x10000) >> 10), 0xdc00 | ((point - 0x10000) & 1023))
    else units.push(point)
    if (units.length > FLUSH_AT) {
      parts.push(String.fromCharCode.apply(null, units))
      units = []
    }
  }
  parts.push(String.fromCharCode.apply(null, units))
  return parts.join('')
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
