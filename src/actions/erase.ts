import { logOut } from '@/api/me'
import { forgetClock } from '@/platform/phone/clock'
import { tellOtherTabs } from '@/platform/phone/tabs'
import { forgetHeld, stopHolders } from '@/storage/erasure'
import { migrate } from '@/storage/migrations'
import { memberKeyValue } from '@/storage/records'
import { forgetRoomKeys } from '@/storage/room-keys'
import { useMember } from '@/stores/member'
import { authorised, useSession } from '@/stores/session'

/**
 * Clears every study record on this phone, and with them what was downloaded, what waits to be uploaded and the login.
 * Settings stay. @throws when the records cannot be reached
 */
export async function eraseEverything(): Promise<void> {
  stopHolders()
  await useMember.getState().settled()
  // The service may forget this login too; whether it hears of it is no condition.
  if (useSession.getState().me) void logOut(authorised).catch(() => undefined)
  const kv = await memberKeyValue()
  await kv.clear()
  forgetClock()
  forgetRoomKeys()
  await migrate(kv)
  await forgetHeld()
  tellOtherTabs()
}
