/** A mini-program is shared as a card, not as a link. */
export function linkTo(_route: string): string | undefined {
  return undefined
}

/** The web app is served where the service is (docs/operations.md). */
export function typedAddress(short: string): string {
  return SERVICE_URL.replace(/^https?:\/\//, '') + short
}
