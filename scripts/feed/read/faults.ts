import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { ParsedFile } from './parse-file'
import type { ContentFile } from './tree'

export const FAULTS = 'docs/content-review/faults.yml'

/** The list of faults, and what was written of each reading that it names or could name. */
export interface FaultList {
  file: ParsedFile
  readings: ReadonlyMap<string, Reading>
}
export interface Reading {
  record: string
  /** The numbered sentences; absent where a list has only ids. */
  drawn?: string
}

/** The list's text, or nothing: content is checked from copies without `docs/` too. Where readings are kept, a list that is gone has no rows. */
export async function readFaults(root: string): Promise<ContentFile[]> {
  const text = (await read(root, FAULTS)) ?? ((await drawnBelow(root)).length > 0 ? '[]\n' : undefined)
  return text === undefined ? [] : [{ name: FAULTS, text, sha256: createHash('sha256').update(text).digest('hex') }]
}

/** The parsed list with the readings that it names, and with every other one of which a list was drawn. */
export async function withReadings(file: ParsedFile, root: string): Promise<FaultList> {
  const rows: unknown[] = Array.isArray(file.value) ? file.value : []
  const named = rows.map(row => (row as { reading?: unknown } | null)?.reading)
  const names = new Set([...named, ...(await drawnBelow(root))])
  const readings = await Promise.all(
    [...names].map(async (name): Promise<[string, Reading][]> => {
      if (typeof name !== 'string' || !/^[a-z\d-]+$/u.test(name)) return []
      const [below, above, drawn] = await Promise.all([
        read(root, `docs/content-review/readings/${name}.md`),
        read(root, `docs/content-review/${name}.md`),
        read(root, `docs/content-review/readings/${name}-sentences.md`),
      ])
      const record = below ?? above
      return record === undefined ? [] : [[name, { record, ...(drawn === undefined ? {} : { drawn }) }]]
    }),
  )
  return { file, readings: new Map(readings.flat()) }
}

async function drawnBelow(root: string): Promise<string[]> {
  const folders = await Promise.all(
    ['docs/content-review/readings', 'docs/content-review'].map(name =>
      readdir(path.join(root, name)).catch((): string[] => []),
    ),
  )
  return folders.flat().flatMap(name => /^(.+)-sentences\.md$|^(questions-\d+)-list\.md$/u.exec(name)?.slice(1) ?? [])
}

const read = (root: string, name: string) => readFile(path.join(root, name), 'utf8').catch(() => undefined)
