/** A piece of our own prose, letters and digits only. */
export interface Own {
  text: string
  /** For each character whether it counts: names and dates are nobody's prose. All count when absent. */
  counts?: readonly boolean[]
}
/** A stretch of our text that stands in a foreign text as well. */
export interface Overlap {
  own: number
  foreign: number
  /** Where it begins in each. */
  ownAt: number
  foreignAt: number
  length: number
}

/** Keeps pieces apart; no text has it. */
const GAP = '\u0000'
const BASE = 0x01000193

/**
 * The longest runs that our texts share with foreign ones and in which at least `run` characters count. Each stretch of ours
 * is told once, with the first foreign place; a run inside a longer one is not told. Windows of `run` characters are compared
 * by a rolling hash (Karp and Rabin), so that the time grows with the sum of the texts and not with their product.
 */
export function findOverlaps(own: readonly Own[], foreign: readonly string[], run: number): Overlap[] {
  const ours = joinPieces(own.map(({ text }) => text))
  const windows = new Map<number, number[]>()
  for (const [at, hash] of hashes(ours.text, run)) {
    const known = windows.get(hash)
    if (known) known.push(at)
    else windows.set(hash, [at])
  }
  const found: Overlap[] = []
  foreign.forEach((text, number) => {
    for (const [at, hash] of hashes(text, run)) {
      for (const mine of windows.get(hash) ?? []) {
        // Only where a run begins: further right it is the same run.
        if (at > 0 && text[at - 1] === ours.text[mine - 1]) continue
        const length = commonLength(ours.text, mine, text, at)
        if (length < run) continue
        const piece = ours.pieceAt(mine)
        const ownAt = mine - ours.starts[piece]!
        if (counted(own[piece]!, ownAt, length) >= run)
          found.push({ own: piece, foreign: number, ownAt, foreignAt: at, length })
      }
    }
  })
  return outermost(found)
}

function joinPieces(texts: readonly string[]) {
  const starts: number[] = []
  let length = 0
  for (const text of texts) {
    starts.push(length)
    length += text.length + 1
  }
  const pieceAt = (at: number) => {
    let [low, high] = [0, starts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= at) low = middle
      else high = middle - 1
    }
    return low
  }
  return { text: texts.join(GAP), starts, pieceAt }
}

/** The hash of every window that crosses no gap. */
function* hashes(text: string, size: number): Generator<[at: number, hash: number]> {
  let power = 1
  for (let i = 1; i < size; i++) power = Math.imul(power, BASE)
  let hash = 0
  let since = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === GAP) {
      hash = since = 0
      continue
    }
    if (since === size) hash = (hash - Math.imul(text.charCodeAt(at - size), power)) | 0
    else since++
    hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0
    if (since === size) yield [at - size + 1, hash]
  }
}

function commonLength(a: string, from: number, b: string, at: number): number {
  let length = 0
  while (
    from + length < a.length &&
    at + length < b.length &&
    a[from + length] === b[at + length] &&
    a[from + length] !== GAP
  )
    length++
  return length
}

function counted({ counts }: Own, from: number, length: number): number {
  return counts ? counts.slice(from, from + length).filter(Boolean).length : length
}

/** Runs that lie in no other, in the order of our texts. */
function outermost(found: readonly Overlap[]): Overlap[] {
  const sorted = [...found].sort(
    (a, b) =>
      a.own - b.own || a.ownAt - b.ownAt || b.length - a.length || a.foreign - b.foreign || a.foreignAt - b.foreignAt,
  )
  const kept: Overlap[] = []
  for (const it of sorted) {
    const last = kept.at(-1)
    if (last && last.own === it.own && it.ownAt + it.length <= last.ownAt + last.length) continue
    kept.push(it)
  }
  return kept
}
