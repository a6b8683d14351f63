/** A mini-program is shared as a card, not as a link. */
export function linkTo(_route: string): string | undefined {
  return undefined
}
