type Cell = string | number | undefined

/** Where a spreadsheet is printed: A4, one page wide, in inches. */
export const SHEET_MARGINS = { left: 0.5, right: 0.5, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3 } as const
/** At the foot of every page: the file's name, which says whose it is and of when, and which page this is. */
export const SHEET_FOOTER = '&L&F&R第 &P 页，共 &N 页'
/** A4 by its number in Office Open XML. */
export const A4 = 9

/** Widths are in digits, as a spreadsheet counts them. */
const NARROWEST = 6
/** Some twenty characters: what is longer goes on in the next line of its cell. */
const WIDEST = 42
/** What A4 has room for upright, within its margins, at 11 points. */
const UPRIGHT = 95

/** How a table of values is laid out as a sheet. */
export interface SheetLook {
  /** Of each column. */
  widths: number[]
  /** Too wide for upright paper. */
  landscape: boolean
}

/** Columns as wide as their longest words, head included, and how the paper lies under them. */
export function sheetLook(titles: readonly string[], rows: readonly (readonly Cell[])[]): SheetLook {
  const widths = titles.map((title, i) => {
    let widest = widthOf(title)
    for (const row of rows) widest = Math.max(widest, widthOf(String(row[i] ?? '')))
    return Math.min(WIDEST, Math.max(NARROWEST, widest + 2))
  })
  return { widths, landscape: widths.reduce((sum, it) => sum + it, 0) > UPRIGHT }
}

/** Digits that the longest line takes: whatever is beyond Latin is as wide as two. */
export function widthOf(text: string): number {
  let widest = 0
  let line = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    line = code === 10 ? 0 : line + (code < 0x2e80 ? 1 : 2)
    if (line > widest) widest = line
  }
  return widest
}
