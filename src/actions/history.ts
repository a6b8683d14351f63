import { readHistory } from '@/api/sync'
import { joinKnown } from '@/storage/join'
import { now } from '@/platform/phone/clock'
import { tellOtherTabs } from '@/platform/phone/tabs'
import { memberLog } from '@/storage/records'
import { useMember } from '@/stores/member'
import { authorisedAs, useSession } from '@/stores/session'
import { useSync } from '@/stores/sync'

/** Another phone of the same member may have studied since, milliseconds. */
const JOIN_AGAIN_MS = 20 * 3_600_000

// Logging in happens in the account's sub-package, and so does getting one's records back: the main package goes without.
useSync.setState({ afterUpload: joinWhatIsKnown })

/** Joins the member's records at the service, if they belong here. Nothing waits then, so nothing can count twice. */
async function joinWhatIsKnown(owner: string): Promise<void> {
  const log = await memberLog()
  const { join, joinedAt } = (await log.outbox.state(owner)) ?? {}
  if (!join || (joinedAt !== undefined && now() - joinedAt < JOIN_AGAIN_MS)) return
  const history = await readHistory(authorisedAs(owner))
  await useMember.getState().settled()
  useMember.setState(await joinKnown(log, owner, history))
  await log.outbox.setState(owner, { joinedAt: now() })
  tellOtherTabs()
}

/** Takes the member's records at the service to this phone now. Never throws: a failure is told by `useSync`. */
export async function fetchHistory(): Promise<void> {
  const { owner } = useSession.getState()
  if (!owner) return
  await (await memberLog()).outbox.setState(owner, { join: true, joinedAt: undefined })
  await useSync.getState().send()
}
