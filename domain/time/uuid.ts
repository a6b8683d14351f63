const hex = (bytes: Uint8Array) => Array.from(bytes, b => b.toString(16).padStart(2, '0')).join('')
const dashed = (h: string) => [h.slice(0, 8), h.slice(8, 12), h.slice(12, 16), h.slice(16, 20), h.slice(20)].join('-')

/**
 * A UUIDv7 (RFC 9562) for `now` in milliseconds from ten random bytes. Pass the id made before as `previous`: within the
 * same millisecond, or when `now` lies before it, the new id is the next one after it, so ids always ascend as text.
 * Throws RangeError when fewer than ten bytes are given.
 */
export function uuidv7(now: number, random: Uint8Array, previous?: string): string {
  if (random.length < 10) throw new RangeError('uuidv7 needs ten random bytes')
  if (previous && uuidMillis(previous) >= now) return after(previous)
  const bytes = new Uint8Array(16)
  let rest = Math.floor(now)
  for (let i = 5; i >= 0; i--) {
    bytes[i] = rest % 256
    rest = Math.floor(rest / 256)
  }
  bytes.set(random.subarray(0, 10), 6)
  // The top random bit stays clear, so that counting on within the millisecond has room.
  bytes[6] = 0x70 | (bytes[6]! & 0x07)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  return dashed(hex(bytes))
}

/** The milliseconds since the epoch inside a UUIDv7. */
export function uuidMillis(id: string): number {
  return parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
}

/** Counts the 74 free bits up by one, leaving version and variant alone. */
function after(id: string): string {
  const h = id.replace(/-/g, '')
  const bytes = Uint8Array.from({ length: 16 }, (_, i) => parseInt(h.slice(2 * i, 2 * i + 2), 16))
  for (let i = 15; i >= 6; i--) {
    const mask = i === 8 ? 0x3f : i === 6 ? 0x0f : 0xff
    const next = ((bytes[i]! & mask) + 1) & mask
    bytes[i] = (bytes[i]! & ~mask) | next
    if (next !== 0) break
  }
  return dashed(hex(bytes))
}
