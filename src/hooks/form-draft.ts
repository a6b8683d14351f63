import { useEffect, useState } from 'react'
import { now } from '@/platform/phone/clock'
import { useFormDrafts } from '@/stores/form-drafts'

interface FormDraft<Fields> {
  /** As the form begins, with what has been filled in. */
  it: Fields
  change(part: Partial<Fields>): void
  /** It was sent, or is not wanted: the form stands as it begins. Resolves when that is written, and says whether it could be. */
  forget(): Promise<boolean>
  /** It was begun before, and the page was left. */
  resumed: boolean
}

/**
 * The fields of a form, kept on this device at every letter until it is sent: a page is left by a slip of the finger, and the app may
 * be killed. `id` says which form and what it is about.
 */
export function useFormDraft<Fields extends object>(id: string, begin: Fields): FormDraft<Fields> {
  const kept = useFormDrafts(state => state.entries[id])
  const { load, keep } = useFormDrafts.getState()
  const [resumed, setResumed] = useState(false)
  useEffect(() => void load().then(() => setResumed(useFormDrafts.getState().entries[id] !== undefined)), [load, id])
  return {
    it: { ...begin, ...(kept?.fields as Partial<Fields> | undefined) },
    change: part => {
      const fields = { ...useFormDrafts.getState().entries[id]?.fields, ...part }
      void keep(id, { at: now(), fields })
    },
    forget: () => {
      setResumed(false)
      return keep(id, undefined)
    },
    resumed: resumed && kept !== undefined,
  }
}
