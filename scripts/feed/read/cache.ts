import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseFile, type ParsedFile } from './parse-file'
import type { ContentFile } from './tree'

type Entries = Record<string, ParsedFile>

/**
 * Parses files, taking from `.cache/feed/parsed.json` what was parsed before with the same content by the same reader code.
 * A damaged cache is only slow.
 */
export async function parseAll(files: readonly ContentFile[], root: string): Promise<ParsedFile[]> {
  const file = path.join(root, '.cache/feed/parsed.json')
  const reader = readerVersion()
  const known = await readCache(file, reader)
  let fresh = 0
  const entries: Entries = {}
  const parsed = files.map(source => {
    const key = `${source.name} ${source.sha256}`
    const hit = Object.hasOwn(known, key) ? known[key] : undefined
    if (!hit) fresh++
    return (entries[key] = hit ?? parseFile(source))
  })
  if (fresh > 0) {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, JSON.stringify({ reader, entries }))
  }
  return parsed
}

async function readCache(file: string, reader: string): Promise<Entries> {
  try {
    const { reader: by, entries } = JSON.parse(await readFile(file, 'utf8')) as { reader: string; entries: Entries }
    return by === reader ? entries : {}
  } catch {
    return {}
  }
}

/** Hash of the code that parses: what an older reader understood is not trusted. */
function readerVersion(): string {
  const folder = __dirname
  const schema = path.join(__dirname, '../schema')
  const sources = [folder, schema].flatMap(dir =>
    readdirSync(dir)
      .sort()
      .map(name => readFileSync(path.join(dir, name))),
  )
  return sources.reduce((hash, source) => hash.update(source), createHash('sha256')).digest('hex')
}
