import { create } from 'zustand'
import { joinErasure } from '@/storage/erasure'
import type { TextQuote } from '@domain/notes/anchor'
import type { Note } from '@domain/notes/markdown'
import { readNotes, type Notes } from '@domain/notes/stored'
import { stamp } from '@/platform/phone/clock'
import { onOtherTab, tellOtherTabs } from '@/platform/phone/tabs'
import { memberKeyValue } from '@/storage/records'
import { quarantineRecord } from './member'

/** One record an article: a phone's storage takes no large ones. */
const PREFIX = 'notes/'

export interface NoteDraft {
  /** Positions of the sentences chosen. */
  chosen: number[]
  words: string
}

interface NotesStore {
  /** By id; undefined until they have been read. */
  notes?: Notes
  /** What was being written to a paragraph when its sheet was closed, by item and paragraph; gone with the app. */
  drafts: Record<string, NoteDraft>
  /** One without words takes the draft away. */
  putDraft(key: string, draft: NoteDraft | undefined): void
  load(): Promise<void>
  /**
   * Rejects when it could not be written.
   * @param second of a recording, where the words are said
   * @returns its id
   */
  add(item: string, quote: TextQuote, words: string, second?: number): Promise<string>
  change(id: string, words: string): Promise<void>
  remove(id: string): Promise<void>
}

/** Highlights and notes stay on the phone: they are in no upload, only in the member's own export. */
export const useNotes = create<NotesStore>((set, get) => {
  const update = async (item: string, change: (notes: Notes) => Notes) => {
    await get().load()
    const kv = await memberKeyValue()
    const key = PREFIX + item
    let after: Notes = {}
    await kv.update([key], values => {
      after = change(readNotes(values.get(key)).notes)
      return new Map([[key, Object.keys(after).length > 0 ? after : undefined]])
    })
    const others = Object.entries(get().notes ?? {}).filter(([, note]) => note.item !== item)
    set({ notes: { ...Object.fromEntries(others), ...after } })
    tellOtherTabs()
  }
  const read = async () => {
    const kv = await memberKeyValue()
    const stored = await kv.read(await kv.keys(PREFIX))
    const all: Notes = {}
    for (const [key, value] of stored) {
      const { notes, whole } = readNotes(value)
      Object.assign(all, notes)
      if (whole) continue
      await quarantineRecord(key, JSON.stringify(value))
      await kv.update([], () => new Map([[key, notes]]))
    }
    set({ notes: all })
  }
  // Another tab may have written or erased some.
  onOtherTab(() => {
    if (get().notes) void read().catch(() => undefined)
  })
  const itemOf = (id: string) => get().notes?.[id]?.item ?? ''
  return {
    drafts: {},
    putDraft: (key, draft) => {
      const { [key]: _was, ...others } = get().drafts
      set({ drafts: draft?.words ? { ...others, [key]: draft } : others })
    },
    load: async () => {
      if (!get().notes) await read()
    },
    add: async (item, quote, words, second) => {
      const { id, at } = await stamp()
      const note = { id, item, quote, words, at, ...(second !== undefined && { second }) }
      await update(item, notes => ({ ...notes, [id]: note }))
      return id
    },
    change: (id, words) =>
      update(itemOf(id), notes => (notes[id] ? { ...notes, [id]: { ...notes[id], words } } : notes)),
    remove: id =>
      update(itemOf(id), notes => Object.fromEntries(Object.entries(notes).filter(([other]) => other !== id))),
  }
})
joinErasure(useNotes, {
  reread: () => {
    useNotes.setState({ notes: undefined })
    return useNotes.getState().load()
  },
})

/** The notes of one article or episode, oldest first. */
export function notesOf(notes: Notes | undefined, item: string): Note[] {
  return Object.values(notes ?? {})
    .filter(note => note.item === item)
    .sort((a, b) => a.at - b.at)
}
