import * as v from 'valibot'
import { carry, DEVICE, type Device, deviceIn } from './device'
import type { KeyValue } from './key-value'
import { migrate, SCHEMA } from './migrations'
import { SESSION_KEY } from './session-key'
import { hasShape, moment, object } from './shape'

/** What is in quarantine is as much somebody's own as it was in its place. */
const QUARANTINE = /^aside\/\d+\//

/** The login, what waits to be uploaded in its name and what its branch has asked for belong to this phone: no file takes them out or brings them in. */
const staysHere = (key: string) => {
  const place = key.replace(QUARANTINE, '')
  return place === SESSION_KEY || /^(outbox|binding|branch)\//.test(place)
}

const OURS = v.looseObject({ app: v.literal('e-dangshi'), values: object })
const DAMAGED = '这个文件读不出来，可能没有传完整；请在旧手机上重新导出一次'

/** Every record of the member in one JSON file: study log, summaries, notebook, notes, places, an unfinished quiz session. */
interface Archive {
  app: 'e-dangshi'
  format: 1
  /** The store's schema when it was written. */
  schema: number
  exportedAt: number
  values: Record<string, unknown>
}

/** The file cannot be imported; the message says why and what to do. Nothing has been changed. */
export class ArchiveError extends Error {
  override name = 'ArchiveError'
}

/** @param now milliseconds since the epoch @param fresh a new device id, for a phone without one */
export async function writeArchive(kv: KeyValue, now: number, fresh: string): Promise<string> {
  // The acts in the file must be told from those of the phone that takes them over.
  await kv.update([DEVICE], all => new Map(deviceIn(all) ? [] : [[DEVICE, { id: fresh, carried: [] }]]))
  const values = await kv.read((await kv.keys('')).filter(key => !staysHere(key)))
  const schema = (values.get('meta') as { schema: number } | undefined)?.schema ?? SCHEMA
  const archive: Archive = { app: 'e-dangshi', format: 1, schema, exportedAt: now, values: Object.fromEntries(values) }
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
 * Puts the archive in the place of what is on this phone, all or nothing, and brings it to the current schema. Its acts stay
 * those of the phone it comes from. @param fresh a new device id, for a phone without one
 */
export async function restoreArchive(kv: KeyValue, archive: Archive, fresh: string): Promise<void> {
  const present = (await kv.keys('')).filter(key => !staysHere(key))
  await kv.update([DEVICE], values => {
    const writes = new Map<string, unknown>(present.map(key => [key, undefined]))
    for (const [key, value] of Object.entries(archive.values)) if (!staysHere(key)) writes.set(key, value)
    const from = archive.values[DEVICE] as Device | undefined
    writes.set(DEVICE, carry(deviceIn(values), from, archive.exportedAt, fresh))
    return writes.set('meta', { schema: archive.schema })
  })
  await migrate(kv)
}
