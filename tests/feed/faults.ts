import { assemble } from '../../scripts/feed/corpus/assemble'
import { checkCorpus } from '../../scripts/feed/checks/corpus'
import type { Problem } from '../../scripts/feed/problem'
import type { Corpus } from '../../scripts/feed/corpus/corpus'
import { parseFile, type ParsedFile } from '../../scripts/feed/read/parse-file'
import { validTree, type Tree } from './fixture'

const parsed = new Map<string, ParsedFile>()

/** Most files of a test's tree are those of the last test's; parsing 366 days anew each time would take most of the time. */
function parse(name: string, text: string): ParsedFile {
  const key = `${name}\n${text}`
  const known = parsed.get(key)
  if (known) return known
  const file = parseFile({ name, text, sha256: '' })
  if (parsed.size < 500) parsed.set(key, file)
  return file
}

/** Reads and checks a tree in memory, as the compiler does with the real one. */
export function readTreeInMemory(tree: Tree): { corpus: Corpus; problems: Problem[] } {
  const files = Object.keys(tree)
    .sort()
    .map(name => parse(name, tree[name]!))
  const { corpus, problems } = assemble(files)
  return { corpus, problems: [...files.flatMap(file => file.problems), ...problems, ...checkCorpus(corpus)] }
}

export interface Fault {
  file: string
  /** Words of the valid tree, which must occur, and what stands there instead. */
  from: string
  to: string
  /** Words on the line that the problem must name; `to` when absent. */
  on?: string
  says: RegExp
  level?: 'error' | 'warning'
}

/** Plants one fault in the valid tree and expects a problem that names its file and line. Returns all problems. */
export function expectFault({ file, from, to, on = to, says, level = 'error' }: Fault): Problem[] {
  const tree = validTree()
  const before = tree[file]
  if (before === undefined || !before.includes(from)) throw new Error(`the fixture has no “${from}” in ${file}`)
  const after = before.replace(from, () => to)
  tree[file] = after
  const line = after.slice(0, after.indexOf(on.split('\n')[0]!)).split('\n').length
  const { problems } = readTreeInMemory(tree)
  const told = problems.map(problem => `${problem.level} ${problem.file}:${problem.line} ${problem.message}`)
  expect(told).toContainEqual(expect.stringMatching(new RegExp(`^${level} ${file}:${line} .*${says.source}`, 'u')))
  // Every message tells what to write instead.
  for (const { message } of problems) expect(message).toMatch(/应当/u)
  return problems
}
