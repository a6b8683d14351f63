/** `0.5 MB`, `45.2 MB`, `96 kB`: 1 kB = 1,000 bytes. */
export function spellBytes(bytes: number): string {
  if (bytes < 100_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}
