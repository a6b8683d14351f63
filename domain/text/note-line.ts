/** What stands first in a line under a list: sums, notes, who made it and when. */
const NOTE =
  /^(?:合计|小计|总计|共计|共\d|备?注\d*(?:[:：、.]|$)|说明(?:[:：]|$)|制表|填表|填报|审核|\d{4}年\d{1,2}月(?:\d{1,2}日)?$)/

/** As people space words in tables, 姓 名, and star what must be filled in: without either. */
export const unspaced = (text: string): string => text.replace(/[\s*＊]+/g, '')

/** Whether a cell begins a line that is no entry of the list above it, however its words are spaced. */
export const beginsNote = (cell: string): boolean => NOTE.test(unspaced(cell))

/** Whether a row is nothing but such a note: one cell of it, as Excel has a merged one. */
export function isNoteRow(row: readonly (string | undefined)[]): boolean {
  const said = row.filter((cell): cell is string => !!cell?.trim())
  return said.length === 1 && beginsNote(said[0]!)
}
