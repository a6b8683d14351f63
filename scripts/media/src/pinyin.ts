import type { EpisodeScript } from './script.ts'
import { normalise } from './normalise.ts'
import { paths } from './paths.ts'
import { isMarked, readingHash, readMarks, writeMarks } from './pinyin-marks.ts'
import { type Clause, pinyinText, pronounce, type Reader } from './pronounce.ts'
import { openReader } from './reader.ts'
import { sentencesOf } from './sentences.ts'

export interface PinyinOptions {
  /** Only these episodes; empty for all. */
  only: string[]
  /** Marks them as read through by this reader instead of printing them. */
  mark?: { by: string; on: string }
  report: (line: string) => void
}

/** A sentence with each character's pinyin behind it; the lexicon's own readings are in brackets. */
function withPinyin(clauses: readonly Clause[]): string {
  return clauses
    .map(
      ({ words, pause }) =>
        words
          .map(word =>
            word.map(({ char, pinyin, fixed }) => (fixed ? `[${char}${pinyin}]` : `${char}${pinyin}`)).join(''),
          )
          .join(' ') + pause,
    )
    .join(' ')
}

const clausesOf = (script: EpisodeScript, reader: Reader): Clause[][] =>
  script.paragraphs.flatMap(sentencesOf).map(sentence => pronounce(normalise(sentence), reader))

/**
 * Prints how each script will be read, character by character, or marks it as read through. Without names: those that
 * nobody has read yet.
 * @returns how many scripts are still open
 */
export function readPinyin(scripts: readonly EpisodeScript[], { only, mark, report }: PinyinOptions): number {
  const reader = openReader(paths.lexicon)
  const marks = readMarks(paths.pinyin)
  const wanted = (id: string) => only.length === 0 || only.includes(id)
  let open = 0
  for (const script of scripts) {
    const clauses = clausesOf(script, reader)
    const reading_sha256 = readingHash(clauses.map(pinyinText))
    if (mark && only.includes(script.id)) marks.set(script.id, { id: script.id, reading_sha256, ...mark })
    if (isMarked(marks, script.id, reading_sha256)) continue
    open += 1
    if (mark || !wanted(script.id)) continue
    report(`\n${script.id} ${script.title}`)
    clauses.map(withPinyin).forEach(report)
  }
  if (mark) writeMarks(paths.pinyin, marks)
  return open
}
