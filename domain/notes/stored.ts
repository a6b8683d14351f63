import type { Note } from './markdown'

export type Notes = Record<string, Note>

const isText = (value: unknown): value is string => typeof value === 'string'
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function isNote(value: unknown): value is Note {
  if (!isObject(value)) return false
  const { id, item, words, at, quote } = value
  if (!isText(id) || !isText(item) || !isText(words) || typeof at !== 'number' || !Number.isFinite(at)) return false
  return isObject(quote) && isText(quote.exact) && isText(quote.prefix) && isText(quote.suffix)
}

/**
 * The notes in a stored record that can be used, by id.
 * @returns `whole` false when something in it is no note; the caller then keeps the record as it was beside the good part
 */
export function readNotes(value: unknown): { notes: Notes; whole: boolean } {
  if (value === undefined) return { notes: {}, whole: true }
  if (!isObject(value)) return { notes: {}, whole: false }
  const entries = Object.entries(value)
  const good = entries.filter((entry): entry is [string, Note] => isNote(entry[1]) && entry[1].id === entry[0])
  return { notes: Object.fromEntries(good), whole: good.length === entries.length }
}
