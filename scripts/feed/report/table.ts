/** A Markdown table; numbers are aligned right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const align = head.map((_, column) =>
    rows.length > 0 && rows.every(row => typeof row[column] === 'number') ? '---:' : '---',
  )
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map(cell => String(cell).replaceAll('|', '｜')).join(' | ')} |`
  return [line(head), line(align), ...rows.map(line)].join('\n')
}

/** `3 / 12（25%）` */
export function share(part: number, whole: number): string {
  return `${part} / ${whole}（${whole === 0 ? 0 : Math.floor((part / whole) * 100)}%）`
}

/** The middle value; 0 of nothing. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length === 0) return 0
  return sorted.length % 2 === 1 ? sorted[middle]! : Math.round((sorted[middle - 1]! + sorted[middle]!) / 2)
}
