import { byCodeUnit } from './by-code-unit'

/**
 * Compares two texts as people count: `u2` before `u10`, figures by their value and all else by its characters. Texts that differ
 * only in leading zeros keep an order of their own, so that two different texts never count as one.
 */
export function naturalOrder(a: string, b: string): number {
  const [left, right] = [partsOf(a), partsOf(b)]
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = comparePart(left[i]!, right[i]!)
    if (order !== 0) return order
  }
  return left.length - right.length || byCodeUnit(a, b)
}

const partsOf = (text: string): string[] => text.match(/\d+|\D+/g) ?? []

function comparePart(a: string, b: string): number {
  if (!/^\d/.test(a) || !/^\d/.test(b)) return byCodeUnit(a, b)
  const [one, other] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')]
  return one.length - other.length || byCodeUnit(one, other)
}
