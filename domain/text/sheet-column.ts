/** Column 0 of a sheet is A, 26 is AA. */
export function columnName(index: number): string {
  return (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
}

/** The column that `letters` (A–Z) name, A being 0. */
export function columnIndex(letters: string): number {
  return letters.split('').reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
