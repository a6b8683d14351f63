import { create } from 'zustand'
import { hiddenBy, type Correction, type Errata } from '@domain/errata/errata'
import { dropForeignErrata, freshErrata, keptErrata } from '@/feed/errata'
import { useCatalog } from './catalog'

interface ErrataStore {
  /** The corrections in force. */
  errata?: Errata
  /** Why a file from the host was not taken, for the member; the content stayed as it was. */
  refused?: string
  /** Takes what this phone kept; called once, before the first list is read. */
  takeKept(): void
  /** Asks quietly for newer ones; called after launch, when nobody waits for the network any more. */
  refresh(): Promise<void>
}

/** What has been corrected in the content since this version of it was made. */
export const useErrata = create<ErrataStore>(set => ({
  takeKept: () => set({ errata: keptErrata() }),
  refresh: async () => {
    // A catalog that could not be read says nothing of a key; what is in force stays.
    const brand = useCatalog.getState().catalog?.brand
    if (!brand) return
    const key = brand.errataKey ?? ''
    if (dropForeignErrata(key)) {
      set({ errata: undefined })
      await useCatalog.getState().load()
    }
    if (key === '') return
    try {
      const errata = await freshErrata(key)
      if (!errata) return
      set({ errata, refused: undefined })
      await useCatalog.getState().load()
    } catch (error) {
      set({ refused: (error as Error).message })
    }
  },
}))

/** Why an item has been taken out, if it has. */
export function useHidden(id: string): Correction | undefined {
  return useErrata(state => hiddenBy(state.errata, id))
}
