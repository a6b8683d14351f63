import { gunzipSync, gzipSync, strToU8 } from 'fflate'
import nacl from 'tweetnacl/nacl.min.js'
import { PARCEL_BYTES } from '@domain/contract/parcel-limits'
import { decodeUtf8 } from '@domain/text/utf8'
import { CODE_RANDOM, parcelId, parcelKey, readTransferCode, transferCode } from '@domain/transfer/code'
import { NONCE_BYTES, seal, SEAL_BYTES, unseal } from '@domain/transfer/seal'
import { dropParcel, endParcel, parcelState, putParcel, takeParcel } from '@/api/parcels'
import { now } from '@/platform/phone/clock'
import { randomBytes } from '@/platform/phone/phone'
import { randomId } from '@/platform/phone/random-id'
import { ArchiveError, type Archive, readArchive } from '@/storage/archive'
import { memberKeyValue } from '@/storage/records'
import { TAKING } from '@/storage/session-key'
import { authorised } from '@/stores/session'
import { importRecords, recordsAsText } from './transfer'

/** What the old phone shows, and until when it holds, milliseconds. */
export interface Given {
  code: string
  until: number
}

/** What the new phone has got hold of: nothing is changed yet. */
export interface Taken {
  archive: Archive
  parcel: string
}

/** Larger than any phone's store: unpacking ends there. */
const MOST_TEXT = 40_000_000
const FILE_INSTEAD = '请用“导出我的记录”得到文件，再在新手机上导入'
const DAMAGED = '取来的记录打不开，可能没有传完整；请在旧手机上再生成一个二维码'

/**
 * Seals everything that an export holds and leaves it at the service for ten minutes. The key is made here and is in the code
 * alone. @throws ApiError, or Error with a sentence when there is too much
 */
export async function giveRecords(): Promise<Given> {
  const code = transferCode(await randomBytes(CODE_RANDOM))
  const packed = gzipSync(strToU8(await recordsAsText()))
  if (packed.length + SEAL_BYTES > PARCEL_BYTES) throw new Error(`手机上的记录太多，二维码带不走。${FILE_INSTEAD}`)
  const sealed = seal(packed, parcelKey(code), await randomBytes(NONCE_BYTES), nacl.secretbox)
  const { seconds } = await putParcel(authorised, parcelId(code), sealed)
  return { code, until: now() + seconds * 1000 }
}

/** Whether a phone has come for what was given. @throws ApiError */
export const becameOf = ({ code }: Given) => parcelState(authorised, parcelId(code))

/** Nobody can take it any more. @throws ApiError */
export const withdrawRecords = (): Promise<null> => dropParcel(authorised)

/**
 * Gets what the old phone has left; nothing is changed on this one. @param text the code, scanned, typed or pasted
 * @throws ApiError, ArchiveError, or Error with a sentence when it is no code
 */
export async function takeRecords(text: string): Promise<Taken> {
  const reading = readTransferCode(text)
  if (!reading.ok) throw new Error(reading.why)
  const parcel = parcelId(reading.code)
  const sealed = await takeParcel(parcel, { phone: await takingName() })
  const packed = unseal(sealed, parcelKey(reading.code), nacl.secretbox)
  if (!packed) throw new ArchiveError(DAMAGED)
  return { archive: readArchive(unpacked(packed)), parcel }
}

function unpacked(packed: Uint8Array): string {
  // The last four bytes say how long the text is: a small parcel may claim to be endless.
  const size = packed.length < 18 ? Infinity : new DataView(packed.slice(-4).buffer).getUint32(0, true)
  if (size > MOST_TEXT) throw new ArchiveError(DAMAGED)
  try {
    return decodeUtf8(gunzipSync(packed, { out: new Uint8Array(size) }).slice().buffer)
  } catch (cause) {
    throw Object.assign(new ArchiveError(DAMAGED), { cause })
  }
}

/** Joins it into this phone's records, and lets the service delete it. @throws StorageFullError; nothing is changed then */
export async function keepTaken({ archive, parcel }: Taken): Promise<void> {
  await importRecords(archive)
  await endParcel(parcel, { phone: await takingName() }).catch(() => undefined)
  await (await memberKeyValue()).update([], () => new Map([[TAKING, undefined]]))
}

/** This phone's name while it takes a parcel: kept until it has it, so that a killed app may ask again. */
async function takingName(): Promise<string> {
  const fresh = await randomId()
  let name = fresh
  await (
    await memberKeyValue()
  ).update([TAKING], values => {
    name = (values.get(TAKING) as { phone?: string } | undefined)?.phone ?? fresh
    return new Map([[TAKING, { phone: name }]])
  })
  return name
}
