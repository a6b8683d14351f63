import { encode } from 'uqr'

/** A QR code for a terminal: two rows of it in one line of blocks, light on dark as terminals are, with its quiet zone. */
export function qrLines(text: string): string[] {
  const { data, size } = encode(text, { ecc: 'L', border: 2 })
  const dark = (x: number, y: number) => data[y]?.[x] ?? false
  return Array.from({ length: Math.ceil(size / 2) }, (_, row) =>
    Array.from({ length: size }, (_, x) => {
      const [above, below] = [dark(x, 2 * row), dark(x, 2 * row + 1)]
      return above ? (below ? ' ' : '▄') : below ? '▀' : '█'
    }).join(''),
  )
}
