import { create } from 'zustand'
import type { Catalog } from '@domain/catalog/types'
import {
  dayTexts,
  ledgerDocuments,
  titleDocuments,
  withBody,
  withDays,
  type SearchDocument,
} from '@domain/search/documents'
import type { Sounds } from '@domain/search/pinyin'
import { nameTable, type NameTable } from '@domain/search/query'
import { readArticles, readCatalog, readDays, readEpisodes, readEveryday, readLedger, readSounds } from '@/feed/feed'
import { useErrata } from './errata'

interface SearchStore {
  /** While `reading`, what has been read can be searched; `partial`: some volumes could not be read. */
  status: 'idle' | 'reading' | 'ready' | 'partial'
  /** Volumes of bodies read so far, of how many; the ledger is one, so are the days of the year and the readings of characters. */
  read: number
  total: number
  /** Why something is missing, for the member. */
  problem?: string
  documents: SearchDocument[]
  names: NameTable
  /** How characters are read, for pinyin and misspelt words. */
  sounds: Sounds
  /** Reads what has not been read yet; one reading at a time. */
  load(): Promise<void>
}

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1)

/** Parsed and put into plain form once a session, when search is first opened: half a million characters, two megabytes of memory. */
export const useSearch = create<SearchStore>((set, get) => {
  const done = new Set<string>()
  let read = useErrata.getState().errata
  const dates = new Map<string, string>()

  const take = async (file: string, read: () => Promise<void>) => {
    if (done.has(file)) return
    try {
      await read()
      done.add(file)
      set({ read: done.size })
    } catch (error) {
      set({ problem: (error as Error).message })
    }
  }
  const bodies = (kind: 'article' | 'episode', read: typeof readArticles | typeof readEpisodes) => (file: string) =>
    take(file, async () => {
      const byId = new Map((await read(file)).map(body => [body.id, body]))
      set(state => ({
        documents: state.documents.map(it => {
          const body = it.kind === kind ? byId.get(it.id) : undefined
          return body ? withBody(it, body, id => dates.get(id)) : it
        }),
      }))
    })

  return {
    status: 'idle',
    read: 0,
    total: 0,
    documents: [],
    names: new Map(),
    sounds: new Map(),
    load: async () => {
      if (get().status === 'reading') return
      const { errata } = useErrata.getState()
      if (errata !== read) {
        // Other corrections are in force than those that were read with.
        done.clear()
        set({ status: 'idle', documents: [] })
        read = errata
      }
      if (get().status === 'ready') return
      set({ status: 'reading', problem: undefined })
      let catalog: Catalog
      try {
        catalog = await readCatalog()
      } catch (error) {
        return set({ status: 'partial', problem: (error as Error).message })
      }
      const articles = distinct(catalog.articles.map(it => it.volume))
      const episodes = distinct(catalog.episodes.map(it => it.volume))
      set({ total: articles.length + episodes.length + 3 })
      if (get().documents.length === 0) set({ documents: titleDocuments(catalog) })
      await take('ledger', async () => {
        const [ledger, everyday] = await Promise.all([readLedger(), readEveryday()])
        for (const event of ledger.events) dates.set(event.id, event.date)
        set(state => ({
          documents: [...state.documents, ...ledgerDocuments(ledger)],
          names: nameTable(ledger, everyday),
        }))
      })
      await take('days', async () => {
        const said = dayTexts(await Promise.all(MONTHS.map(readDays)))
        set(state => ({ documents: state.documents.map(it => withDays(it, said)) }))
      })
      await take('sounds', async () => set({ sounds: await readSounds() }))
      // One after another: on an old phone each volume takes a moment, and typing must get its turn between them.
      for (const file of articles) await bodies('article', readArticles)(file)
      for (const file of episodes) await bodies('episode', readEpisodes)(file)
      set({ status: get().problem ? 'partial' : 'ready' })
    },
  }
})

function distinct(names: string[]): string[] {
  return [...new Set(names)]
}
