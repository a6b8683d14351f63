import { unzipSync } from 'fflate'

/** One file out of a zip archive (a Python wheel is one). @throws Error when it is no archive, damaged, or has no such file */
export function readZipEntry(zip: Buffer, name: string): Buffer {
  let found: Record<string, Uint8Array>
  try {
    found = unzipSync(zip, { filter: file => file.name === name })
  } catch (cause) {
    throw new Error('not a zip archive, or a damaged one', { cause })
  }
  const body = found[name]
  if (!body) throw new Error(`the archive has no ${name}`)
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength)
}
