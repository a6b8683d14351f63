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
