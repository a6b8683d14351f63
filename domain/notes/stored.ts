import * as v from 'valibot'
import type { Note } from './markdown'

export type Notes = Record<string, Note>

const note = v.looseObject({
  id: v.string(),
  item: v.string(),
  words: v.string(),
  at: v.pipe(v.number(), v.finite()),
  second: v.optional(v.pipe(v.number(), v.finite())),
  quote: v.looseObject({ exact: v.string(), prefix: v.string(), suffix: v.string() }),
})
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * The notes in a stored record that can be used, by id.
 * @returns `whole` false when something in it is no note; the caller then keeps the record as it was beside the good part
 */
export function readNotes(value: unknown): { notes: Notes; whole: boolean } {
  if (value === undefined) return { notes: {}, whole: true }
  if (!isObject(value)) return { notes: {}, whole: false }
  const entries = Object.entries(value)
  const good = entries.filter((entry): entry is [string, Note] => v.is(note, entry[1]) && entry[1].id === entry[0])
  return { notes: Object.fromEntries(good), whole: good.length === entries.length }
}
