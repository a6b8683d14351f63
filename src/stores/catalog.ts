import { create } from 'zustand'
import type { ArticleMeta, Catalog, EpisodeMeta } from '@domain/catalog/types'
import { forMembers } from '@domain/text/for-members'
import { isOffline } from '@/feed/errors'
import { readCatalog } from '@/feed/feed'

interface CatalogStore {
  catalog?: Catalog
  /** Why the lists are not there, for the member. */
  problem?: string
  /** Only the network is missing. */
  offline: boolean
  load(): Promise<void>
}

/** The lists of everything, read once at launch. */
export const useCatalog = create<CatalogStore>(set => ({
  offline: false,
  load: async () => {
    try {
      set({ catalog: await readCatalog(), problem: undefined, offline: false })
    } catch (error) {
      set({ problem: forMembers((error as Error).message, '请再试一次'), offline: isOffline(error) })
    }
  },
}))

export function findArticle(catalog: Catalog | undefined, id: string): ArticleMeta | undefined {
  return catalog?.articles.find(it => it.id === id)
}

export function findEpisode(catalog: Catalog | undefined, id: string): EpisodeMeta | undefined {
  return catalog?.episodes.find(it => it.id === id)
}
