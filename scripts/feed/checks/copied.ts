import type { Sourced } from '../corpus/corpus'
import { copiesIn } from '../overlap/copies'
import { namesOf, ownTexts } from '../overlap/own-texts'
import { recordedWords } from '../overlap/recorded'
import { errorAt, type Problem } from '../problem'
import type { ParsedFile } from '../read/parse-file'
import type { CopiedSource } from '../schema/copied'
import { lettersOf } from '../text/letters'

const WITHHELD = /^content\/withheld\//u

/** Nothing that ships is told in the words that were recorded of a source, but for what `content/rules/copied.yml` gives a reason for. */
export function checkCopied(files: readonly ParsedFile[], allowed: readonly Sourced<CopiedSource>[]): Problem[] {
  const recorded = recordedWords(files)
  const sources = [...recorded.values()]
  const own = ownTexts(files.filter(({ name }) => !WITHHELD.test(name)))
  const rows = allowed.map(row => ({ row, form: lettersOf(row.value.words) }))
  const used = new Set<Sourced<CopiedSource>>()
  const problems: Problem[] = []
  for (const { own: piece, foreign, from, to } of copiesIn(own, [...recorded.keys()], namesOf(files))) {
    const words = piece.text.slice(from, to)
    const form = lettersOf(words)
    const allowing = rows.filter(
      ({ row, form: may }) => (row.value.file ?? piece.file) === piece.file && may.includes(form),
    )
    for (const { row } of allowing) used.add(row)
    if (allowing.length > 0) continue
    const message = `“${words}”是来源 ${sources[foreign]} 的原话；应当用自己的话说，是谁的话就加引号写明，只能这样叫的在 content/rules/copied.yml 写理由`
    problems.push({ file: piece.file, line: piece.line, message, level: 'error' })
  }
  const stale = allowed
    .filter(row => !used.has(row))
    .map(({ at }) => errorAt(at, 'words', '已经没有一处这样写，或者没有一个来源这样写；应当删去这一行'))
  return [...problems, ...stale]
}
