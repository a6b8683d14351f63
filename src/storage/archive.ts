import * as v from 'valibot'
import { DEVICE, deviceIn } from './device'
import type { KeyValue } from './key-value'
import { MemberLog, type MemberState } from './member-log'
import { mergeRecords } from './merge-records'
import { migrate, SCHEMA } from './migrations'
import { SESSION_KEY, TAKING } from './session-key'
import { hasShape, moment, object } from './shape'

/** What is in quarantine is as much somebody's own as it was in its place. */
const QUARANTINE = /^aside\/\d+\//

/** The login, what waits to be uploaded in its name, what its branch has asked for and a unit's own questions belong to this phone: no file takes them out or brings them in. */
const staysHere = (key: string) => {
  const place = key.replace(QUARANTINE, '')
  return place === SESSION_KEY || place === TAKING || /^(?:(?:outbox|binding|branch)\/|banks(?:\/|$))/.test(place)
}

const OURS = v.looseObject({ app: v.literal('e-dangshi'), values: object })
const DAMAGED = '这个文件读不出来，可能没有传完整；请在旧手机上重新导出一次'

/** Every record of the member in one JSON file: study log, summaries, notebook, notes, places, an unfinished quiz session. */
export interface Archive {
  app: 'e-dangshi'
  format: 1
  /** The store's schema when it was written. */
  schema: number
  exportedAt: number
  values: Record<string, unknown>
  /** As stores/settings keeps them; files of older apps have none. */
  settings?: unknown
}

/** The file cannot be imported; the message says why and what to do. Nothing has been changed. */
export class ArchiveError extends Error {
  override name = 'ArchiveError'
}

/**
 * @param now milliseconds since the epoch @param fresh a new device id, for a phone without one
 * @param settings of this phone, to go with the records
 */
export async function writeArchive(kv: KeyValue, now: number, fresh: string, settings?: unknown): Promise<string> {
  // The acts in the file must be told from those of the phone that takes them over.
  await kv.update([DEVICE], all => new Map(deviceIn(all) ? [] : [[DEVICE, { id: fresh, carried: [] }]]))
  const values = await kv.read((await kv.keys('')).filter(key => !staysHere(key)))
  const schema = (values.get('meta') as { schema: number } | undefined)?.schema ?? SCHEMA
  const archive: Archive = {
    app: 'e-dangshi',
    format: 1,
    schema,
    exportedAt: now,
    values: Object.fromEntries(values),
    settings,
  }
  return JSON.stringify(archive)
}

/**
 * Checks a file before anything is touched.
 * @throws ArchiveError when it is not ours, damaged, or from a newer app
 */
export function readArchive(text: string): Archive {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    throw new ArchiveError(DAMAGED)
  }
  if (!v.is(OURS, file)) {
    throw new ArchiveError('这不是 e起学党史 的学习记录文件；请选“导出我的记录”得到的那个')
  }
  const archive = file as object as Archive
  if (Number.isInteger(archive.schema) && archive.schema < 1) throw new ArchiveError(DAMAGED)
  if (archive.format !== 1 || !Number.isInteger(archive.schema) || archive.schema > SCHEMA) {
    throw new ArchiveError('这个文件来自更新的版本；请先更新应用再导入')
  }
  // A time that no calendar has would be shown as the day of the export.
  if (!v.is(moment, archive.exportedAt)) throw new ArchiveError(DAMAGED)
  const broken = Object.entries(archive.values).find(([key, value]) => !staysHere(key) && !hasShape(key, value))
  if (broken) throw new ArchiveError(`文件里“${broken[0]}”这一段坏了；请在旧手机上重新导出一次`)
  return archive
}

/**
 * Joins the archive into what is on this phone, all or nothing (storage/merge-records). Its acts stay those of the phone it
 * comes from. @param now milliseconds since the epoch @param fresh a new device id, for a phone without one
 * @throws StorageFullError; nothing is changed then
 */
export async function joinArchive(kv: KeyValue, archive: Archive, now: number, fresh: string): Promise<void> {
  const theirs = await broughtForward(archive)
  const names = (await kv.keys('')).filter(key => !staysHere(key))
  await kv.update([...new Set([...names, ...theirs.keys(), DEVICE])], mine =>
    mergeRecords({ mine, theirs, writtenAt: archive.exportedAt, now, fresh }),
  )
}

/** The archive's records as an app of today would keep them. */
async function broughtForward({ values, schema }: Archive): Promise<Map<string, unknown>> {
  const all = new Map<string, unknown>(Object.entries(values).filter(([key]) => !staysHere(key)))
  all.set('meta', { schema })
  await migrate(inMemory(all))
  return all
}

function inMemory(all: Map<string, unknown>): KeyValue {
  const read = (keys: string[]) => new Map(keys.filter(key => all.has(key)).map(key => [key, all.get(key)]))
  return {
    read: async keys => read(keys),
    keys: async prefix => [...all.keys()].filter(key => key.startsWith(prefix)).sort(),
    update: async (keys, change) => {
      for (const [key, value] of change(read(keys))) {
        if (value === undefined) all.delete(key)
        else all.set(key, value)
      }
    },
    usage: async () => ({ used: 0, limit: Infinity }),
    clear: async () => all.clear(),
  }
}

/** What is in the archive, to be shown before it is joined. */
export async function summaryOf(archive: Archive): Promise<MemberState & { notes: number; slips: number }> {
  const kv = inMemory(await broughtForward(archive))
  const state = await new MemberLog(kv, () => undefined).load()
  const sizes = async (prefix: string) =>
    [...(await kv.read(await kv.keys(prefix))).values()].reduce(
      (n: number, it) => n + Object.keys(it as object).length,
      0,
    )
  return { ...state, notes: await sizes('notes/'), slips: await sizes('slips/') }
}
