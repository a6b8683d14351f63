/**
 * The places `from` to `to` (exclusive) of a list in stretches of `size`, numbered by where they lie in the whole list: a
 * stretch stays the same one when the list grows at either end.
 */
export function stretchesOf(from: number, to: number, size: number): { number: number; start: number; end: number }[] {
  const stretches: { number: number; start: number; end: number }[] = []
  for (let number = Math.floor(from / size); number * size < to; number++)
    stretches.push({ number, start: Math.max(from, number * size), end: Math.min(to, (number + 1) * size) })
  return stretches
}
