import { create } from 'zustand'
import { joinErasure } from '@/storage/erasure'
import type { OwnAssignment } from '@domain/contract/assignments'
import { ownAssignments } from '@/api/assignments'
import { memberKeyValue } from '@/storage/records'
import { authorised, useSession } from './session'

/** The last list heard, so that the tasks are there without a network; it never goes into an exported file. */
const KEY = 'branch/assignments'

interface Kept {
  /** Whose they are: another account on this phone does not see them. */
  branch: string
  name: string
  list: OwnAssignment[]
}

interface AssignmentStore {
  list: OwnAssignment[]
  /** Shows what is kept, then asks the service; without an account there is nothing. A failure keeps what is shown. */
  load(): Promise<void>
}

/** What the member's branch has asked for. Whether it is done, the phone's own progress tells. */
export const useAssignments = create<AssignmentStore>((set, get) => ({
  list: [],
  load: async () => {
    const { me } = useSession.getState()
    if (!me) return set({ list: [] })
    const kv = await memberKeyValue()
    const kept = (await kv.read([KEY])).get(KEY) as Kept | undefined
    const own = kept?.branch === me.branch && kept.name === me.name
    if (own && get().list.length === 0) set({ list: kept.list })
    if (!own) set({ list: [] })
    try {
      const list = await ownAssignments(authorised)
      set({ list })
      const next: Kept = { branch: me.branch, name: me.name, list }
      await kv.update([], () => new Map([[KEY, next]]))
    } catch {
      // Not now: what was heard last is still right, and the service is asked again when the page is next in sight.
    }
  },
}))
joinErasure(useAssignments)
