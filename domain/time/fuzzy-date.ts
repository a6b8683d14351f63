// Apart from ./format and its library: index.html needs it before any script is there (src/first-paint).

/** A ledger date of any precision in words: `1921年`, `1921年7月`, `1921年7月23日`. */
export function formatFuzzyDate(date: string): string {
  const year = `${Number(date.slice(0, 4))}年`
  const month = date.length > 4 ? `${Number(date.slice(5, 7))}月` : ''
  return date.length > 7 ? `${year}${month}${Number(date.slice(8))}日` : year + month
}
