/** A source of numbers in [0, 1). */
export type Random = () => number

/**
 * A seeded generator: sfc32 (Chris Doty-Humphrey, PractRand, public domain), its 128-bit state filled from the seed text
 * by FNV-1a with four offsets. The same seed gives the same numbers on every phone: 32-bit integer arithmetic only.
 */
export function seeded(seed: string): Random {
  let [a, b, c, d] = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35].map(offset => fnv(seed, offset)) as [
    number,
    number,
    number,
    number,
  ]
  const next = () => {
    const t = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + t) | 0
    return (t >>> 0) / 4294967296
  }
  for (let i = 0; i < 15; i++) next()
  return next
}

/** A number from 0 to 2³² − 1 that a text always gives; near texts give far numbers. */
export const hash32 = (text: string): number => fnv(text, 0x811c9dc5) >>> 0

function fnv(text: string, offset: number): number {
  let h = offset
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h ^ (h >>> 15)
}

/** A whole number from 0 to `n` − 1. */
export function below(random: Random, n: number): number {
  return Math.floor(random() * n)
}

/** A shuffled copy (Fisher–Yates). */
export function shuffle<T>(list: readonly T[], random: Random): T[] {
  const out = list.slice()
  for (let i = out.length - 1; i > 0; i--) {
    const j = below(random, i + 1)
    ;[out[i], out[j]] = [out[j]!, out[i]!]
  }
  return out
}

/** `count` members of `list`, or all when there are fewer, each at most once, in random order. */
export function pick<T>(list: readonly T[], count: number, random: Random): T[] {
  return shuffle(list, random).slice(0, Math.max(0, count))
}
