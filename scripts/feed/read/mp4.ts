/** Payload of the first box of a type within `bytes` (ISO 14496-12: size, four-letter type, payload). */
function box(bytes: Buffer, type: string): Buffer | undefined {
  for (let at = 0; at + 8 <= bytes.length;) {
    const short = bytes.readUInt32BE(at)
    // Size 1: a 64-bit size follows. Size 0: to the end.
    if (short === 1 && at + 16 > bytes.length) return undefined
    const head = short === 1 ? 16 : 8
    const size = short === 0 ? bytes.length - at : short === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : short
    if (size < head || at + size > bytes.length) return undefined
    if (bytes.toString('latin1', at + 4, at + 8) === type) return bytes.subarray(at + head, at + size)
    at += size
  }
  return undefined
}

/**
 * A tag of an MP4 or M4A by its name, as text: the metadata list that has names of its own (QuickTime's `keys` and `ilst`
 * in `moov/meta`, or in `moov/udta/meta` as older muxers write it). Undefined where there is none of that name.
 */
export function readMp4Tag(bytes: Buffer, name: string): string | undefined {
  const movie = box(bytes, 'moov')
  // `meta` is a full box: a version and flags stand before its children.
  const user = movie && box(movie, 'udta')
  const list = ((movie && box(movie, 'meta')) ?? (user && box(user, 'meta')))?.subarray(4)
  const keys = list && box(list, 'keys')
  const values = list && box(list, 'ilst')
  if (!keys || !values) return undefined
  const index = namesOf(keys).indexOf(name)
  for (let at = 0; index >= 0 && at + 8 <= values.length;) {
    const size = values.readUInt32BE(at)
    if (size < 8 || at + size > values.length) return undefined
    // The list counts its names from one; a value begins with its kind and a language.
    if (values.readUInt32BE(at + 4) === index + 1)
      return box(values.subarray(at + 8, at + size), 'data')
        ?.subarray(8)
        .toString('utf8')
    at += size
  }
  return undefined
}

/** The names of a `keys` box: a count, then each with its size and a namespace before it. */
function namesOf(keys: Buffer): string[] {
  const names: string[] = []
  for (let at = 8; at + 8 <= keys.length;) {
    const size = keys.readUInt32BE(at)
    if (size < 8 || at + size > keys.length) break
    names.push(keys.toString('utf8', at + 8, at + size))
    at += size
  }
  return names
}

/** Length of an MP4 or M4A by its movie header; undefined when it is no such file or is cut short. */
export function readMp4Seconds(bytes: Buffer): number | undefined {
  const movie = box(bytes, 'ftyp') && box(bytes, 'mdat') && box(bytes, 'moov')
  const header = movie && box(movie, 'mvhd')
  if (!header) return undefined
  const long = header[0] === 1
  if (header.length < (long ? 32 : 20)) return undefined
  const scale = header.readUInt32BE(long ? 20 : 12)
  const duration = long ? Number(header.readBigUInt64BE(24)) : header.readUInt32BE(16)
  return scale === 0 ? undefined : duration / scale
}
