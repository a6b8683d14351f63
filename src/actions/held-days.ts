import { readDays } from '@/api/days'
import { now } from '@/platform/phone/clock'
import { tellOtherTabs } from '@/platform/phone/tabs'
import { memberLog } from '@/storage/records'
import { useMember } from '@/stores/member'
import { authorisedAs, useSession } from '@/stores/session'
import { useSync } from '@/stores/sync'

/** Another phone of the same member may have studied since, milliseconds. */
const JOIN_AGAIN_MS = 20 * 3_600_000

// Logging in happens in the account's sub-package, and so does getting one's days back: the main package goes without.
useSync.setState({ afterUpload: joinWhatIsHeld })

/** Joins the days of the member's other phones, if they belong here. */
async function joinWhatIsHeld(owner: string): Promise<void> {
  const log = await memberLog()
  const { join, joinedAt } = (await log.outbox.state(owner)) ?? {}
  if (!join || (joinedAt !== undefined && now() - joinedAt < JOIN_AGAIN_MS)) return
  const held = await readDays(authorisedAs(owner))
  await useMember.getState().settled()
  useMember.setState(await log.joinHeld(held))
  await log.outbox.setState(owner, { joinedAt: now() })
  tellOtherTabs()
}

/** Takes the days of the member's other phones to this phone now. Never throws: a failure is told by `useSync`. */
export async function fetchHeldDays(): Promise<void> {
  const { owner } = useSession.getState()
  if (!owner) return
  await (await memberLog()).outbox.setState(owner, { join: true, joinedAt: undefined })
  await useSync.getState().send()
}
