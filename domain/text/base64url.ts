const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Bytes as base64url without padding (RFC 4648 §5). */
export function toBase64url(bytes: readonly number[]): string {
  let out = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const n = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0)
    const chars = Math.min(4, bytes.length - i + 1)
    for (let c = 0; c < chars; c++) out += ALPHABET[(n >> (18 - 6 * c)) & 63]!
  }
  return out
}

/** The bytes, or undefined when `text` is not what {@link toBase64url} writes: left-over bits must be zero. */
export function fromBase64url(text: string): number[] | undefined {
  const bytes: number[] = []
  let bits = 0
  let count = 0
  for (const c of Array.from(text)) {
    const value = ALPHABET.indexOf(c)
    if (value < 0) return undefined
    bits = ((bits << 6) | value) & 0xffff
    count += 6
    if (count >= 8) {
      count -= 8
      bytes.push((bits >> count) & 0xff)
    }
  }
  return toBase64url(bytes) === text ? bytes : undefined
}

/**
 * The bytes in hex, without a look at whether they were written rightly: for what we wrote ourselves, by the hundred. Two
 * characters are three digits; what is left over of them is dropped.
 */
export function hexOfBase64url(text: string): string {
  let hex = ''
  for (let i = 0; i < text.length; i += 2) {
    const twelve = (ALPHABET.indexOf(text[i]!) << 6) | ALPHABET.indexOf(text[i + 1] ?? 'A')
    hex += (twelve | 0x1000).toString(16).slice(1)
  }
  return hex.slice(0, Math.floor((text.length * 6) / 8) * 2)
}
