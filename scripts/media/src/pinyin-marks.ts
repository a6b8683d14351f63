import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parse, stringify } from 'yaml'

/** Who has read a script's pinyin through, when, and which reading that was. */
export interface PinyinMark {
  id: string
  /** Hash of the pinyin that was read: another word or another lexicon entry opens the script again. */
  reading_sha256: string
  by: string
  on: string
}

const HEADER = '# 谁逐字读过哪一集的注音。由 `npm run media:pinyin -- --mark` 写，不要手改：读音变了，那一集要重读。\n'

export function readMarks(file: string): Map<string, PinyinMark> {
  if (!existsSync(file)) return new Map()
  const { read } = (parse(readFileSync(file, 'utf8')) ?? {}) as { read?: PinyinMark[] }
  return new Map((read ?? []).map(mark => [mark.id, mark]))
}

/** Writes the marks, ordered by id, so that a new one is a small diff. */
export function writeMarks(file: string, marks: ReadonlyMap<string, PinyinMark>): void {
  const read = [...marks.values()].sort((a, b) => a.id.localeCompare(b.id))
  writeFileSync(file, HEADER + stringify({ read }, { lineWidth: 0 }))
}

/** The hash of a script's sentences as they are read. */
export function readingHash(readings: readonly string[]): string {
  return createHash('sha256').update(readings.join('\n')).digest('hex')
}

/** True when this very reading has been read through. */
export function isMarked(marks: ReadonlyMap<string, PinyinMark>, id: string, hash: string): boolean {
  return marks.get(id)?.reading_sha256 === hash
}
