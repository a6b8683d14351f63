import { create } from 'zustand'
import type { TextQuote } from '@domain/notes/anchor'
import type { Note } from '@domain/notes/markdown'
import { stamp } from '@/services/stamper'
import { memberKeyValue } from './member'

const KEY = 'notes'

interface NotesStore {
  /** By id; undefined until they have been read. */
  notes?: Record<string, Note>
  load(): Promise<void>
  add(item: string, quote: TextQuote, words: string): Promise<void>
  change(id: string, words: string): Promise<void>
  remove(id: string): Promise<void>
}

/** Highlights and notes stay on the phone: they are in no upload, only in the member's own export. */
export const useNotes = create<NotesStore>((set, get) => {
  const update = async (change: (notes: Record<string, Note>) => Record<string, Note>) => {
    const kv = await memberKeyValue()
    let after: Record<string, Note> = {}
    await kv.update([KEY], values => {
      after = change((values.get(KEY) as Record<string, Note> | undefined) ?? {})
      return new Map([[KEY, after]])
    })
    set({ notes: after })
  }
  return {
    load: async () => {
      if (get().notes) return
      const stored = (await (await memberKeyValue()).read([KEY])).get(KEY)
      set({ notes: (stored as Record<string, Note> | undefined) ?? {} })
    },
    add: async (item, quote, words) => {
      const { id, at } = await stamp()
      await update(notes => ({ ...notes, [id]: { id, item, quote, words, at } }))
    },
    change: (id, words) => update(notes => (notes[id] ? { ...notes, [id]: { ...notes[id], words } } : notes)),
    remove: id => update(notes => Object.fromEntries(Object.entries(notes).filter(([other]) => other !== id))),
  }
})

/** The notes of one article, oldest first. */
export function notesOf(notes: Record<string, Note> | undefined, item: string): Note[] {
  return Object.values(notes ?? {})
    .filter(note => note.item === item)
    .sort((a, b) => a.at - b.at)
}
