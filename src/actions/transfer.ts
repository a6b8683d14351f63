import { shanghaiDay } from '@domain/time/day'
import { giveTextFile, takeTextFile } from '@/platform/files/files'
import { type Archive, joinArchive, readArchive, writeArchive } from '@/storage/archive'
import { now } from '@/platform/phone/clock'
import { randomId } from '@/platform/phone/random-id'
import { tellOtherTabs } from '@/platform/phone/tabs'
import { rereadHeld } from '@/storage/erasure'
import { memberKeyValue, memberLog } from '@/storage/records'
import { useMember } from '@/stores/member'
import { joinSettings, useSettings } from '@/stores/settings'

/** Everything that goes to a new phone, as one text. */
export async function recordsAsText(): Promise<string> {
  await useMember.getState().settled()
  return writeArchive(await memberKeyValue(), now(), await randomId(), useSettings.getState())
}

/** Hands all records to the member as one file. @throws when they refuse it */
export async function exportRecords(): Promise<void> {
  const text = await recordsAsText()
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

/** Joins a checked file into this phone's records: nothing that is here goes. */
export async function importRecords(archive: Archive): Promise<void> {
  await useMember.getState().settled()
  await joinArchive(await memberKeyValue(), archive, now(), await randomId())
  await (await memberLog()).collectCarried(shanghaiDay(now()))
  await rereadHeld()
  const { set, ...own } = useSettings.getState()
  if (archive.settings) set(joinSettings(own, archive.settings))
  tellOtherTabs()
}
