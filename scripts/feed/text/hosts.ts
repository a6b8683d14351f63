/** Host names written in a text, between blanks. A name stands for itself and for all names below it. */
export function hosts(names: string): ReadonlySet<string> {
  return new Set(names.trim().split(/\s+/))
}

/**
 * Which of the names the host of an address is, or stands below.
 * @param address `http://` or `https://` with a host
 */
export function hostAmong(address: string, names: ReadonlySet<string>): string | undefined {
  const labels = new URL(address).hostname.split('.')
  return labels.map((_, i) => labels.slice(i).join('.')).find(name => names.has(name))
}
