/** Stretches of a file, in seconds: ascending, apart from each other. */
export type Coverage = [from: number, to: number][]

/** Gaps this short (seconds) are rounding between two stretches, not a part left out. */
const SEAM = 0.5

/** The union of `coverage` and one more stretch; the order in which stretches are added does not matter. */
export function cover(coverage: Coverage, from: number, to: number): Coverage {
  if (!(to > from)) return coverage
  const all = [...coverage, [from, to] as [number, number]].sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const out: Coverage = []
  for (const [a, b] of all) {
    const last = out[out.length - 1]
    if (last && a <= last[1]) last[1] = Math.max(last[1], b)
    else out.push([a, b])
  }
  return out
}

/** The share (0–1) of a file of `duration` seconds that `coverage` holds. */
export function coveredShare(coverage: Coverage, duration: number): number {
  if (!(duration > 0)) return 0
  let sum = 0
  let end = 0
  for (const [from, to] of coverage) {
    // A seam is counted as played.
    const a = sum > 0 && from - end <= SEAM ? end : from
    sum += Math.max(0, Math.min(to, duration) - Math.min(a, duration))
    end = to
  }
  return Math.min(1, sum / duration)
}
