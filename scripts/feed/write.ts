import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants } from 'node:zlib'
import type { Bundle } from './compile/bundle'

const compress = promisify(brotliCompress)
const unpack = promisify(brotliDecompress)

/** Writes `dist/feed` and, for weapp, `dist/feed/br`. Files that did not change are left alone, files that are no longer made are removed. */
export async function writeBundle(bundle: Bundle, root: string): Promise<{ written: string[]; removed: string[] }> {
  const folder = path.join(root, 'dist/feed')
  const packed = path.join(folder, 'br')
  await mkdir(packed, { recursive: true })
  const written: string[] = []
  const cache = path.join(root, '.cache/feed/br')
  await mkdir(cache, { recursive: true })
  const used = new Set<string>()
  // The longest first: whoever compresses the last one works alone.
  const longestFirst = [...bundle].sort(([, a], [, b]) => b.length - a.length)
  await Promise.all(
    longestFirst.map(async ([name, content]) => {
      const bytes = Buffer.from(content)
      if (await writeIfChanged(path.join(folder, name), bytes)) written.push(name)
      const key = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.br`
      used.add(key)
      await writeIfChanged(path.join(packed, `${name}.br`), await brotli(bytes, path.join(cache, key)))
    }),
  )
  const removed = await removeOthers(folder, new Set(bundle.keys()))
  await removeOthers(cache, used)
  await removeOthers(packed, new Set([...bundle.keys()].map(name => `${name}.br`)))
  return { written: written.sort(), removed }
}

async function writeIfChanged(file: string, bytes: Buffer): Promise<boolean> {
  const old = await readFile(file).catch(() => undefined)
  if (old?.equals(bytes)) return false
  await writeFile(file, bytes)
  return true
}

/** Quality 11 takes seconds for the whole feed, so results are kept by content hash. */
async function brotli(bytes: Buffer, file: string): Promise<Buffer> {
  const kept = await packedAs(file, bytes)
  if (kept) return kept
  const packed = await compress(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
  await writeFile(file, packed)
  return packed
}

/** What lies compressed at `file`, if it is these bytes: a compiler that was killed may have left half of it. */
export async function packedAs(file: string, bytes: Buffer): Promise<Buffer | undefined> {
  try {
    const packed = await readFile(file)
    return (await unpack(packed)).equals(bytes) ? packed : undefined
  } catch {
    return undefined
  }
}

async function removeOthers(folder: string, kept: ReadonlySet<string>): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const others = entries.filter(entry => entry.isFile() && !kept.has(entry.name)).map(({ name }) => name)
  await Promise.all(others.map(name => rm(path.join(folder, name))))
  return others
}
