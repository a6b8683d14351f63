import { randomBytes } from './phone'

/** A random UUID (version 4): unlike an act's id it tells nothing, not even when it was made. */
export async function randomId(): Promise<string> {
  const bytes = await randomBytes(16)
  bytes[6] = 0x40 | (bytes[6]! & 0x0f)
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
