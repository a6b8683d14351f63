// Apart from ./format and its library: index.html needs it before any script is there (src/first-paint).

/** A ledger date of any precision in words: `1921年`, `1921年7月`, `1921年7月23日`. */
export function formatFuzzyDate(date: string): string {
  const [y, m, d] = date.split('-').map(Number)
  return `${y}年${m ? `${m}月` : ''}${d ? `${d}日` : ''}`
}
