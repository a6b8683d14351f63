export async function fetchErrata(): Promise<string | undefined> {
  // An old copy in a cache would hide a correction.
  const response = await fetch(ERRATA_URL || './feed/errata.json', { cache: 'no-cache' })
  return response.ok ? response.text() : undefined
}
