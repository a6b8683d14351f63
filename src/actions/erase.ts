import { emptyProgress } from '@domain/progress/state'
import { logOut } from '@/api/me'
import { forgetClock } from '@/platform/phone/stamper'
import { migrate } from '@/storage/migrations'
import { tellOtherTabs } from '@/platform/phone/tabs'
import { useAssignments } from '@/stores/assignments'
import { useDownloads } from '@/stores/downloads'
import { useFriends } from '@/stores/friends'
import { useKept } from '@/stores/kept'
import { memberKeyValue, useMember } from '@/stores/member'
import { useNotes } from '@/stores/notes'
import { usePlayer } from '@/stores/player'
import { useReports } from '@/stores/reports'
import { useRun } from '@/stores/run'
import { useSearchHistory } from '@/stores/search-history'
import { authorised, useSession } from '@/stores/session'
import { useSlips } from '@/stores/slips'

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
