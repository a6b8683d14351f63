import { create } from 'zustand'
import type { ObjectsFile } from '@domain/catalog/objects'
import { readObjects } from '@/feed/feed'

interface ObjectsStore {
  file?: ObjectsFile
  /** They could not be read; lists do without until the next one asks. */
  failed: boolean
  load(): Promise<void>
}

/** The drawings of articles, read once, for lists: a row that comes back is drawn in the same moment. */
export const useObjects = create<ObjectsStore>((set, get) => ({
  failed: false,
  load: async () => {
    if (get().file) return
    try {
      set({ file: await readObjects(), failed: false })
    } catch {
      set({ failed: true })
    }
  },
}))
