import { create } from 'zustand'
import { joinErasure } from '@/storage/erasure'
import type { Ask } from '@/api/client'
import { memberKeyValue } from '@/storage/records'
import { authorised, useSession } from './session'

interface Kept<Row> {
  /** Whose they are: another account on this phone does not see them. */
  branch: string
  name: string
  list: Row[]
}

interface BranchList<Row> {
  list: Row[]
  /** The service has just said so: what it says of the time holds, whatever the phone's clock says. */
  heard: boolean
  /** Shows what is kept, then asks the service; without an account there is nothing. A failure keeps what is shown. */
  load(): Promise<void>
}

/**
 * A list that the member's branch has for them, there without a network as it was heard last.
 * @param key where it is kept, under `branch/`: it never goes into an exported file
 */
export function branchList<Row>(key: string, read: (ask: Ask) => Promise<Row[]>) {
  const store = create<BranchList<Row>>((set, get) => ({
    list: [],
    heard: false,
    load: async () => {
      const { me } = useSession.getState()
      if (!me) return set({ list: [], heard: false })
      const kv = await memberKeyValue()
      const kept = (await kv.read([key])).get(key) as Kept<Row> | undefined
      const own = kept?.branch === me.branch && kept.name === me.name
      if (own && get().list.length === 0) set({ list: kept.list })
      if (!own) set({ list: [], heard: false })
      try {
        const list = await read(authorised)
        set({ list, heard: true })
        const next: Kept<Row> = { branch: me.branch, name: me.name, list }
        await kv.update([], () => new Map([[key, next]]))
      } catch {
        set({ heard: false })
        // Not now: what was heard last is still right, and the service is asked again when the page is next in sight.
      }
    },
  }))
  joinErasure(store)
  return store
}
