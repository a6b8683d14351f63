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
 * The longest runs of `size` characters and more that our texts share with foreign ones. Windows of `size` characters are
 * compared by a rolling hash (Karp and Rabin), so that the time grows with the sum of the texts and not with their product.
 */
export function commonRuns(own: readonly string[], foreign: readonly string[], size: number): Overlap[] {
  const ours = joinPieces(own)
  // A hash table of places: the last in each bucket, and for each place the one before it.
  const bits = Math.ceil(Math.log2(ours.text.length + 2)) + 1
  const last = new Int32Array(2 ** bits).fill(-1)
  const before = new Int32Array(ours.text.length)
  eachWindow(ours.text, size, (at, hash) => {
    const bucket = hash >>> (32 - bits)
    before[at] = last[bucket]!
    last[bucket] = at
  })
  const found: Overlap[] = []
  foreign.forEach((text, number) => {
    eachWindow(text, size, (at, hash) => {
      for (let mine = last[hash >>> (32 - bits)]!; mine >= 0; mine = before[mine]!) {
        // Only where a run begins: further right it is the same run.
        if (at > 0 && text[at - 1] === ours.text[mine - 1]) continue
        const length = commonLength(ours.text, mine, text, at)
        if (length < size) continue
        const piece = ours.pieceAt(mine)
        found.push({ own: piece, foreign: number, ownAt: mine - ours.starts[piece]!, foreignAt: at, length })
      }
    })
  })
  return found
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

/** Calls back with the hash of every window that crosses no gap. */
function eachWindow(text: string, size: number, put: (at: number, hash: number) => void): void {
  let power = 1
  for (let i = 1; i < size; i++) power = Math.imul(power, BASE)
  let hash = 0
  let since = 0
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 0) {
      hash = since = 0
      continue
    }
    if (since === size) hash = (hash - Math.imul(text.charCodeAt(at - size), power)) | 0
    else since++
    hash = (Math.imul(hash, BASE) + unit) | 0
    // The high bits of a product are mixed best.
    if (since === size) put(at - size + 1, Math.imul(hash, 0x9e3779b1))
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

/** Runs that lie in no other, in the order of our texts; of those alike the one with the first foreign place. */
export function outermost(found: readonly Overlap[]): Overlap[] {
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
