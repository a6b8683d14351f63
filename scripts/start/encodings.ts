/**
 * Which of the encodings that are there the `Accept-Encoding` header takes best (RFC 9110, 12.5.3): of equals the first;
 * `q=0` refuses one, `*` stands for those that are not named. Undefined: none of them.
 */
export function encodingFor<T extends string>(header: string | undefined, there: readonly T[]): T | undefined {
  const wishes = new Map((header ?? '').toLowerCase().split(',').map(wishOf))
  const wish = (encoding: T) => wishes.get(encoding) ?? wishes.get('*') ?? 0
  return there.reduce<T | undefined>((best, it) => (wish(it) > (best ? wish(best) : 0) ? it : best), undefined)
}

/** `br;q=0.5` is wished for by half; what cannot be read is not wished for. */
function wishOf(part: string): [name: string, quality: number] {
  const [name = '', ...parameters] = part.split(';').map(it => it.trim())
  const quality = parameters.map(it => /^q\s*=\s*(.*)$/.exec(it)?.[1]).find(it => it !== undefined)
  return [name, quality === undefined ? 1 : /^[01](\.\d{0,3})?$/.test(quality) ? Math.min(1, Number(quality)) : 0]
}
