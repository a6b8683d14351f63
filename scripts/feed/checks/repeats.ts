import type { Sourced } from '../corpus/corpus'

/** Items whose key one before them has, each with the first that has it. */
export function repeats<T>(
  items: readonly Sourced<T>[],
  key: (value: T) => string,
): { item: Sourced<T>; first: Sourced<T> }[] {
  const known = new Map<string, Sourced<T>>()
  return items.flatMap(item => {
    const value = key(item.value)
    const first = known.get(value)
    if (first) return [{ item, first }]
    known.set(value, item)
    return []
  })
}
