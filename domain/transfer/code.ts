import { sha256Hex } from '../text/sha256'
import { CODE_SIGNS, codeOf, readTypedCode } from '../text/typed-code'

/** Random signs of a code: 95 bits, more than anybody can try in ten minutes or ten thousand years. */
export const CODE_RANDOM = 19
/** With the sign that tells a slip of the hand. */
const CODE_LENGTH = CODE_RANDOM + 1
/** What stands before the code where it is no address. */
const MARK = 'e-dangshi:'

/** The code shown on the old phone. @param random {@link CODE_RANDOM} bytes */
export function transferCode(random: Uint8Array): string {
  const signs = codeOf(random)
  return signs + checkSign(signs)
}

/**
 * The sum over GF(32) of each sign times a power of its own of x (modulo x⁵ + x² + 1, primitive, so the powers of twenty places
 * differ): one wrong sign, or two that changed places, always changes it.
 */
function checkSign(signs: string): string {
  const timesX = (n: number) => (n & 16 ? (n << 1) ^ 0b100101 : n << 1)
  return CODE_SIGNS[[...signs].reduce((sum, sign) => timesX(sum ^ CODE_SIGNS.indexOf(sign)), 0)]!
}

/** What a scanner reads where the app has no address of its own. */
export const scannedText = (code: string) => MARK + code

/** As it is read out and typed: five groups of four. */
export const inGroups = (code: string) => (code.match(/.{1,4}/g) ?? []).join(' ')

export type CodeReading = { ok: true; code: string } | { ok: false; why: string }

/** Finds the code in what was scanned, typed or pasted; `why` is a sentence for the member. */
export function readTransferCode(text: string): CodeReading {
  const address = /[?&#]code=([^&#\s]+)/.exec(text)?.[1]
  const marked = text.trim().startsWith(MARK) ? text.trim().slice(MARK.length) : undefined
  const code = readTypedCode(address ?? marked ?? text)
  if (code.length !== CODE_LENGTH || ![...code].every(sign => CODE_SIGNS.includes(sign))) {
    const scanned = /[:/]/.test(text) && address === undefined && marked === undefined
    return { ok: false, why: scanned ? '这不是换手机的二维码' : `字码是 ${CODE_LENGTH} 个字母和数字，请再看一遍` }
  }
  if (checkSign(code.slice(0, CODE_RANDOM)) !== code.slice(CODE_RANDOM)) {
    return { ok: false, why: '字码里有一个字不对，请和旧手机上的对一对' }
  }
  return { ok: true, code }
}

/** What the service calls the parcel: 128 bits that lead neither to the code nor to the key. */
export const parcelId = (code: string): string => sha256Hex(`e-dangshi parcel ${code}`).slice(0, 32)

/** The key of 32 bytes. It never leaves the two phones. */
export function parcelKey(code: string): Uint8Array {
  const hex = sha256Hex(`e-dangshi key ${code}`)
  return Uint8Array.from({ length: 32 }, (_, i) => parseInt(hex.slice(2 * i, 2 * i + 2), 16))
}
