import { shanghaiDay } from '@domain/time/day'
import { giveTextFile, takeTextFile } from '@/platform/files/files'
import { readArchive, restoreArchive, writeArchive } from '@/storage/archive'
import { now } from '@/platform/phone/clock'
import { randomId } from '@/platform/phone/random-id'
import { tellOtherTabs } from '@/platform/phone/tabs'
import { memberKeyValue, memberLog } from '@/storage/records'
import { useMember } from '@/stores/member'
import { useNotes } from '@/stores/notes'
import { useQuizSession } from '@/stores/quiz-session'
import { useSlips } from '@/stores/slips'

type Archive = ReturnType<typeof readArchive>

/** Hands all records to the member as one file. @throws when they refuse it */
export async function exportRecords(): Promise<void> {
  await useMember.getState().settled()
  const text = await writeArchive(await memberKeyValue(), now(), await randomId())
  await giveTextFile(`e起学党史-学习记录-${shanghaiDay(now())}.json`, text)
}

/**
 * Lets the member choose an exported file and checks it; nothing is changed yet.
 * @returns undefined when none was chosen
 * @throws ArchiveError when it cannot be used
 */
export async function chooseRecords(): Promise<Archive | undefined> {
  const text = await takeTextFile()
  return text === undefined ? undefined : readArchive(text)
}

/** Puts a checked file in the place of this phone's records. */
export async function importRecords(archive: Archive): Promise<void> {
  await useMember.getState().settled()
  await restoreArchive(await memberKeyValue(), archive, await randomId())
  await (await memberLog()).collectCarried()
  await useMember.getState().reload()
  useNotes.setState({ notes: undefined })
  useSlips.setState({ who: undefined, slips: undefined })
  useQuizSession.setState({ session: undefined, unfinished: undefined, lost: true })
  await useQuizSession.getState().look()
  tellOtherTabs()
}
