import { emptyProgress } from '@domain/progress/state'
import { migrate } from '@/services/storage/migrations'
import { tellOtherTabs } from '@/services/tabs'
import { memberKeyValue, useMember } from './member'
import { usePlayer } from './player'
import { useRun } from './run'
import { useSession } from './session'

/** Clears every study record on this phone, and with them what waits to be uploaded and the login. Settings stay. */
export async function eraseEverything(): Promise<void> {
  usePlayer.getState().close()
  await useMember.getState().settled()
  const kv = await memberKeyValue()
  await kv.clear()
  await migrate(kv)
  await useSession.getState().end()
  useRun.setState({ run: undefined, unfinished: undefined })
  useMember.setState({ progress: emptyProgress(), notebook: {}, aside: [], problem: undefined })
  tellOtherTabs()
}
