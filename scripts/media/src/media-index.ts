import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'

/** One produced file, as the feed compiler reads it. */
export interface MediaEntry {
  id: string
  file: string
  bytes: number
  /** Length in seconds, to the millisecond. */
  seconds: number
  sha256: string
  /** In git, and so in the app's packages; the others are built into dist/media. */
  bundled: boolean
  voice: string
  label: '合成语音' | '机器朗读' | '人工录制'
  /** Who tells it, of a person's recording; the app shows the name. */
  reader?: string
  /** Hash of the file that the person gave: another one is another take. */
  source_sha256?: string
  /** Hash of the script that was spoken: another one means the file is out of date. */
  script_sha256: string
}

const HEADER =
  '# Written by `npm run media`; one entry for every file in content/media and dist/media. Do not edit by hand.\n'

/** The index by episode id; empty when there is no file yet. */
export function readIndex(file: string): Map<string, MediaEntry> {
  if (!existsSync(file)) return new Map()
  const { media } = (parse(readFileSync(file, 'utf8')) ?? {}) as { media?: MediaEntry[] }
  return new Map((media ?? []).map(entry => [entry.id, entry]))
}

/** Writes the index, ordered by id, so that a new episode is a small diff. */
export function writeIndex(file: string, index: ReadonlyMap<string, MediaEntry>): void {
  const media = [...index.values()].sort((a, b) => a.id.localeCompare(b.id))
  writeFileSync(file, HEADER + stringify({ media }, { lineWidth: 0 }))
}
