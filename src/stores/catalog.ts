import { create } from 'zustand'
import type { ArticleMeta, Catalog, EpisodeMeta } from '@domain/feed/types'
import { readCatalog } from '@/services/feed/feed'

interface CatalogStore {
  catalog?: Catalog
  problem?: string
  load(): Promise<void>
}

/** The lists of everything, read once at launch. */
export const useCatalog = create<CatalogStore>(set => ({
  load: async () => {
    try {
      set({ catalog: await readCatalog(), problem: undefined })
    } catch (error) {
      set({ problem: (error as Error).message })
    }
  },
}))

export function findArticle(catalog: Catalog | undefined, id: string): ArticleMeta | undefined {
  return catalog?.articles.find(it => it.id === id)
}

export function findEpisode(catalog: Catalog | undefined, id: string): EpisodeMeta | undefined {
  return catalog?.episodes.find(it => it.id === id)
}
