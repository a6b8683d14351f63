import { emptyProgress } from '@domain/progress/state'
import { migrate } from '@/services/storage/migrations'
import { tellOtherTabs } from '@/services/tabs'
import { useAssignments } from './assignments'
import { useFriends } from './friends'
import { memberKeyValue, useMember } from './member'
import { useNotes } from './notes'
import { usePlayer } from './player'
import { useReports } from './reports'
import { useRun } from './run'
import { useSearchHistory } from './search-history'
import { useSession } from './session'
import { useSlips } from './slips'

/** Clears every study record on this phone, and with them what waits to be uploaded and the login. Settings stay. */
export async function eraseEverything(): Promise<void> {
  usePlayer.getState().close()
  await useMember.getState().settled()
  const kv = await memberKeyValue()
  await kv.clear()
  await migrate(kv)
  await useSession.getState().end()
  useRun.setState({ run: undefined, unfinished: undefined })
  useNotes.setState({ notes: undefined })
  useReports.setState({ reports: [] })
  useFriends.setState({ challenges: [] })
  useSearchHistory.setState({ queries: [] })
  useSlips.setState({ who: undefined, slips: undefined })
  useAssignments.setState({ list: [] })
  useMember.setState({ progress: emptyProgress(), notebook: {}, aside: [], problem: undefined })
  tellOtherTabs()
}
