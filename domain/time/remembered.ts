/** More than ten years of days. What goes beyond is forgotten whole, so that no input fills the memory. */
const LIMIT = 4_000

/** `work`, which must be pure, doing the same thing only once. */
export function remembered<Input, Result>(work: (input: Input) => Result): (input: Input) => Result {
  const known = new Map<Input, Result>()
  return input => {
    const found = known.get(input)
    if (found !== undefined) return found
    const made = work(input)
    if (known.size >= LIMIT) known.clear()
    known.set(input, made)
    return made
  }
}
