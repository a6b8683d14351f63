import fc from 'fast-check'

const point = (min: number, max: number) =>
  fc.integer({ min, max }).map(
    it => String.fromCodePoint(it),
    it => (it as string).codePointAt(0)!,
  )

/** Any code point but half of a pair, as `unit` of `fc.string`. fast-check's own `binary` lists all 1.1 million of them first. */
export const anyCharacter = fc.oneof(point(0, 0xd7ff), point(0xe000, 0x10_ffff))
