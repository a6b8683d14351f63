import { emptyProgress } from '@domain/progress/state'
import { logOut } from '@/services/api/me'
import { forgetClock } from '@/services/stamper'
import { migrate } from '@/services/storage/migrations'
import { tellOtherTabs } from '@/services/tabs'
import { useAssignments } from './assignments'
import { useDownloads } from './downloads'
import { useFriends } from './friends'
import { useKept } from './kept'
import { memberKeyValue, useMember } from './member'
import { useNotes } from './notes'
import { usePlayer } from './player'
import { useReports } from './reports'
import { useRun } from './run'
import { useSearchHistory } from './search-history'
import { authorised, useSession } from './session'
import { useSlips } from './slips'

/**
 * Clears every study record on this phone, and with them what was downloaded, what waits to be uploaded and the login.
 * Settings stay. @throws when the records cannot be reached
 */
export async function eraseEverything(): Promise<void> {
  usePlayer.getState().close()
  useDownloads.getState().cancelAll()
  await useMember.getState().settled()
  // The service may forget this login too; whether it hears of it is no condition.
  if (useSession.getState().me) void logOut(authorised).catch(() => undefined)
  const kv = await memberKeyValue()
  await kv.clear()
  forgetClock()
  await migrate(kv)
  await useSession.getState().end()
  useRun.setState({ run: undefined, unfinished: undefined, lost: true })
  useNotes.setState({ notes: undefined, drafts: {} })
  useReports.setState({ reports: [] })
  useFriends.setState({ challenges: [] })
  useSearchHistory.setState({ queries: [] })
  useSlips.setState({ who: undefined, slips: undefined })
  useAssignments.setState({ list: [] })
  useMember.setState({ progress: emptyProgress(), notebook: {}, aside: [], problem: undefined })
  tellOtherTabs()
  await useKept.getState().look()
  await useKept.getState().drop([...useKept.getState().names])
}
