import type { ContestDraft } from '@domain/contest/draft'
import { hasShape } from './shape'
import { memberKeyValue } from './records'

/** On this phone only: it never goes into an exported file. */
const KEY = 'branch/contest-drafts'

type Drafts = Record<string, ContestDraft | undefined>

/** What has been filled in for a new contest of the organisation and is not sent yet. */
export async function readContestDraft(org: string): Promise<ContestDraft | undefined> {
  const kept = (await (await memberKeyValue()).read([KEY])).get(KEY)
  return kept !== undefined && hasShape(KEY, kept) ? (kept as Drafts)[org] : undefined
}

/** Keeps it, or forgets the one there is. @throws StorageFullError */
export async function keepContestDraft(org: string, draft: ContestDraft | undefined): Promise<void> {
  const kv = await memberKeyValue()
  await kv.update([KEY], all => {
    const { [org]: _, ...others } = (all.get(KEY) as Drafts | undefined) ?? {}
    const drafts = draft ? { ...others, [org]: draft } : others
    return new Map([[KEY, Object.keys(drafts).length > 0 ? drafts : undefined]])
  })
}
