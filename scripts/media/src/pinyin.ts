import type { EpisodeScript } from './script.ts'
import { normalise } from './normalise.ts'
import { paths } from './paths.ts'
import { byCharacter, clauseToRead, namesToRead } from './pinyin-list.ts'
import { isMarked, readingHash, readMarks, writeMarks } from './pinyin-marks.ts'
import { type Clause, pinyinText, pronounce, type Reader } from './pronounce.ts'
import { namesIn, openReader, readAlone } from './reader.ts'
import { sentencesOf } from './sentences.ts'

export interface PinyinOptions {
  /** Only these episodes; empty for all. */
  only: string[]
  /** Marks them as read through by this reader instead of printing them. */
  mark?: { by: string; on: string }
  /** Prints only what can be read in more than one way, in its clause, and every name. */
  short?: boolean
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

const saidIn = (script: EpisodeScript): string[] => script.paragraphs.flatMap(sentencesOf).map(normalise)

const clausesOf = (script: EpisodeScript, reader: Reader): Clause[][] =>
  saidIn(script).map(sentence => pronounce(sentence, reader))

/** What one script's reader must look at: its names, then each sentence that holds an open reading. */
function shortList(script: EpisodeScript, sentences: readonly Clause[][]): string[] {
  const names = namesIn(saidIn(script), [paths.people, paths.events])
  const named = new Set(sentences.flat().flatMap(clause => namesToRead(clause, names)))
  const lines = sentences.flatMap((clauses, i) => {
    const read = clauses.map(clause => clauseToRead(clause, readAlone))
    return read.some(({ open }) => open > 0) ? [`${i + 1} ${read.map(({ text }) => text).join('')}`] : []
  })
  return [`名字：${[...named].join('；')}`, ...lines]
}

/**
 * Prints how each script will be read, character by character or only what is open to doubt, or marks it as read through.
 * Without ids: those that nobody has read yet.
 * @returns how many scripts are still open
 */
export function readPinyin(scripts: readonly EpisodeScript[], { only, mark, short, report }: PinyinOptions): number {
  const reader = openReader(paths.lexicon)
  const marks = readMarks(paths.pinyin)
  let open = 0
  for (const script of scripts) {
    const clauses = clausesOf(script, reader)
    const reading_sha256 = readingHash(clauses.map(pinyinText))
    if (mark && only.includes(script.id)) marks.set(script.id, { id: script.id, reading_sha256, ...mark })
    const read = isMarked(marks, script.id, reading_sha256)
    if (!read) open += 1
    if (mark || (only.length > 0 ? !only.includes(script.id) : read)) continue
    report(`\n${script.id} ${script.title}${read ? '（已经读过）' : ''}`)
    ;(short ? shortList(script, clauses) : clauses.map(withPinyin)).forEach(report)
  }
  if (mark) writeMarks(paths.pinyin, marks)
  return open
}

/** Prints every reading that was decided over all scripts, by character; with `only`, of these characters. */
export function readByCharacter(
  scripts: readonly EpisodeScript[],
  { only, report }: Pick<PinyinOptions, 'only' | 'report'>,
): void {
  const reader = openReader(paths.lexicon)
  const clauses = scripts.flatMap(script => clausesOf(script, reader).flat())
  byCharacter(clauses, readAlone, new Set(only)).forEach(report)
}
