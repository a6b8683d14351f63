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
 * become U+FFFD and a byte order mark goes. No character takes an array of its own.
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
    const read = codePoint(bytes, i)
    const point = read >> LENGTH_BITS
    i += read & LENGTH
    if (point > 0xffff) {
      units[count++] = 0xd800 | ((point - 0x10000) >> 10)
      units[count++] = 0xdc00 | ((point - 0x10000) & 1023)
    } else units[count++] = point
  }
  flush()
  return parts.join('')
}

/** How many bytes a code point took, 1–4, lies in the lowest bits of what is read: a pair would be an array for every character. */
const LENGTH_BITS = 3
const LENGTH = (1 << LENGTH_BITS) - 1

/** The code point at `i`, and below it in {@link LENGTH_BITS} how many bytes it took. */
function codePoint(bytes: Uint8Array, i: number): number {
  const first = bytes[i]!
  if (first < 0x80) return packed(first, 1)
  const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0
  if (length === 0 || first >= 0xf5) return packed(0xfffd, 1)
  let point = first & (0xff >> (length + 1))
  for (let k = 1; k < length; k++) {
    const next = bytes[i + k]
    if (next === undefined || (next & 0xc0) !== 0x80) return packed(0xfffd, k)
    point = (point << 6) | (next & 0x3f)
  }
  const overlong = (length === 3 && point < 0x800) || (length === 4 && (point < 0x10000 || point > 0x10ffff))
  const surrogate = point >= 0xd800 && point <= 0xdfff
  return packed(overlong || surrogate ? 0xfffd : point, length)
}

const packed = (point: number, length: number): number => (point << LENGTH_BITS) | length
