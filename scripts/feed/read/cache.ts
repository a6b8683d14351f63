import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
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
    return by === reader && Object.values(entries).every(isParsed) ? entries : {}
  } catch {
    return {}
  }
}

const isParsed = ({ name, lines, problems }: Partial<ParsedFile>): boolean =>
  typeof name === 'string' && typeof lines === 'object' && Array.isArray(problems)

/** Folders of the code that parses, and the packages that it parses with. */
export const READER = ['scripts/feed/read', 'scripts/feed/schema', 'scripts/feed/corpus', 'package-lock.json']

/** Hash of the reader: what an older one understood is not trusted. */
function readerVersion(): string {
  const root = path.join(__dirname, '../../..')
  const sources = READER.flatMap(name =>
    statSync(path.join(root, name)).isDirectory()
      ? readdirSync(path.join(root, name))
          .sort()
          .map(file => path.join(name, file))
      : [name],
  )
  const hash = createHash('sha256')
  for (const source of sources) hash.update(readFileSync(path.join(root, source)))
  return hash.digest('hex')
}
