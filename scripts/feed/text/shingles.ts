import { comparable } from './comparable'

/** The set of `size`-character shingles of a text's comparable form. */
export function shingles(text: string, size: number): Set<string> {
  const plain = comparable(text)
  const found = new Set<string>()
  for (let i = 0; i + size <= plain.length; i++) found.add(plain.slice(i, i + size))
  return found
}

/** Share of common shingles, 0–1. */
export function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a]
  let common = 0
  for (const item of small) if (large.has(item)) common++
  const union = a.size + b.size - common
  return union === 0 ? 0 : common / union
}

/**
 * All pairs above a Jaccard threshold, without comparing everything with everything: sets that similar must share one of
 * their rarest `(1 - threshold)` shingles (prefix filtering), so only those are looked up. Exact, not a sample.
 */
export function similarPairs(sets: readonly ReadonlySet<string>[], threshold: number): [number, number, number][] {
  const frequency = new Map<string, number>()
  for (const set of sets) for (const item of set) frequency.set(item, (frequency.get(item) ?? 0) + 1)
  const byItem = new Map<string, number[]>()
  const pairs: [number, number, number][] = []
  sets.forEach((set, index) => {
    const rareFirst = [...set].sort((a, b) => frequency.get(a)! - frequency.get(b)! || (a < b ? -1 : 1))
    const prefix = rareFirst.slice(0, set.size - Math.ceil(threshold * set.size) + 1)
    const candidates = new Set<number>()
    for (const item of prefix) {
      const holders = byItem.get(item)
      if (holders) {
        for (const holder of holders) candidates.add(holder)
        holders.push(index)
      } else byItem.set(item, [index])
    }
    for (const other of [...candidates].sort((a, b) => a - b)) {
      const share = jaccard(sets[other]!, set)
      if (share > threshold) pairs.push([other, index, share])
    }
  })
  return pairs
}
