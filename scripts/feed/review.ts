import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { shanghaiDay } from '../../domain/time/day'
import { runCommand } from './command'
import { compileContent } from './compile'
import type { Corpus } from './corpus/corpus'
import { withApproval, withoutApproval } from './review/approve'
import { readReview, type Finding } from './review/read-back'
import { reviewRows } from './review/rows'
import { reviewWorkbook } from './review/workbook'

const USAGE =
  '用法：npm run review -- --shelf reform [--out 文件.xlsx]（导出审校表），或 npm run review -- --read 文件.xlsx（读回填好的表）'

/** Refusals that are told one by one: a sheet whose columns changed places has one in each row. */
const SHOWN = 50

/**
 * Writes the workbook in which a person judges a shelf sentence by sentence, or reads a filled one back: approves what is
 * right, files what is wrong, and refuses what does not fit, in which case nothing is changed.
 * @returns the exit code: 0 well, 1 refused, 2 asked for wrongly
 */
export async function runReview(
  args: readonly string[],
  root: string,
  now: number,
  print: (line: string) => void,
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { shelf: { type: 'string' }, out: { type: 'string' }, read: { type: 'string' } },
  })
  if ((values.shelf === undefined) === (values.read === undefined)) {
    print(USAGE)
    return 2
  }
  const { corpus } = await compileContent({ root, release: false, renamed: [] })
  return values.shelf === undefined
    ? readBack(corpus, values.read!, root, shanghaiDay(now), print)
    : writeOut(corpus, values.shelf, values.out, root, print)
}

async function writeOut(
  corpus: Corpus,
  shelf: string,
  out: string | undefined,
  root: string,
  print: (line: string) => void,
): Promise<number> {
  const rows = reviewRows(corpus, shelf)
  if (rows.length === 0) {
    print(`书架 ${shelf} 里没有文章；应当写 new-democratic、construction、reform、new-era、people 或 local`)
    return 2
  }
  // Below dist, which git ignores.
  const file = path.resolve(root, out ?? `dist/review/${shelf}.xlsx`)
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, await reviewWorkbook(rows))
  print(`${path.relative(root, file)}：${new Set(rows.map(({ item }) => item)).size} 篇，${rows.length} 句`)
  return 0
}

async function readBack(
  corpus: Corpus,
  file: string,
  root: string,
  today: string,
  print: (line: string) => void,
): Promise<number> {
  const shelves = corpus.shelves?.value.shelves ?? []
  const rows = shelves.flatMap(({ id }) => reviewRows(corpus, id))
  const book = path.resolve(root, file)
  if (!existsSync(book)) {
    print(`没有这个文件：${file}`)
    return 2
  }
  const { refusals, approved, findings, unfinished } = await readReview(await readFile(book), rows)
  if (refusals.length > 0) {
    for (const { cell, reason } of refusals.slice(0, SHOWN)) print(`${cell}：${reason}`)
    if (refusals.length > SHOWN) print(`……还有 ${refusals.length - SHOWN} 处没有列出`)
    print(`${refusals.length} 处对不上，什么也没有改`)
    return 1
  }
  await rewrite(root, approved, (text, { by, of }) => withApproval(text, by, today, of))
  // What somebody now finds wrong is no longer approved by whoever had signed it.
  const wrong = [...new Set(findings.map(({ row }) => row.file))].map(it => ({ file: it }))
  const withdrawn = await rewrite(root, wrong, withoutApproval)
  print(`审校通过 ${approved.length} 篇${approved.length > 0 ? `：${approved.map(it => it.item).join('、')}` : ''}`)
  if (withdrawn.length > 0) print(`先前的审校作废 ${withdrawn.length} 篇：${withdrawn.join('、')}`)
  if (unfinished.length > 0)
    print(`没看完的 ${unfinished.length} 篇：${unfinished.map(it => `${it.item}（还有 ${it.left} 句）`).join('、')}`)
  if (findings.length > 0) {
    const found = path.resolve(root, file).replace(/\.xlsx$/u, '') + '-findings.md'
    await writeFile(found, findingsText(findings, today))
    print(`要改的 ${findings.length} 句：${path.relative(root, found)}`)
  }
  return 0
}

/** Rewrites texts, all or, where one cannot be read, none; names those that changed. */
async function rewrite<T extends { file: string }>(
  root: string,
  items: readonly T[],
  change: (text: string, item: T) => string,
): Promise<string[]> {
  const changes = await Promise.all(
    items.map(async item => {
      const before = await readFile(path.join(root, item.file), 'utf8')
      return { file: item.file, before, after: change(before, item) }
    }),
  )
  const changed = changes.filter(({ before, after }) => after !== before)
  for (const { file, after } of changed) await writeFile(path.join(root, file), after)
  return changed.map(({ file }) => file)
}

function findingsText(findings: readonly Finding[], today: string): string {
  const lines = findings.map(
    ({ row, verdict, remark, reviewer }) =>
      `- \`${row.file}:${row.line}\` ${row.item} 第 ${row.number} 句，${verdict}（${reviewer}）\n  - 原句：${row.sentence}\n  - 意见：${remark.replace(/\s*\n\s*/gu, ' ')}`,
  )
  return `# 审校意见，${today}\n\n${lines.join('\n')}\n`
}

if (require.main === module) runCommand((args, root, print) => runReview(args, root, Date.now(), print), USAGE)
