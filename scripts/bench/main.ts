import { readdir, readFile, writeFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import path from 'node:path'
import type { Figures, Row } from './measure'

const HERE = path.resolve('scripts/bench')
const PAGE = path.resolve('docs/performance.md')
const OWN = ['main.ts', 'measure.ts', 'search-engines.ts']

/** Runs every file of this folder that exports figures, and puts each in its own section of docs/performance.md. */
async function main(): Promise<void> {
  let page = await readFile(PAGE, 'utf8').catch(() => '# Performance\n')
  const files = (await readdir(HERE)).filter(file => file.endsWith('.ts') && !OWN.includes(file)).sort()
  for (const file of files) {
    const exported = (await import(path.join(HERE, file))) as Record<string, unknown>
    const figures = Object.values(exported).find(isFigures)
    if (!figures) continue
    const table = render(figures, figures.rows())
    console.log(table)
    page = replaceSection(page, file, table)
  }
  await writeFile(PAGE, page)
}

const isFigures = (value: unknown): value is Figures =>
  typeof value === 'object' && value !== null && typeof (value as Figures).rows === 'function'

function render({ title, words }: Figures, rows: Row[]): string {
  const lines = rows.map(row => `| ${row.what} | ${ms(row.median)} | ${ms(row.slowest)} | ${row.runs} |`)
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.version}`
  return [
    `## ${title}`,
    '',
    `\`npm run bench\`, ${machine}, ${new Date().toISOString().slice(0, 10)}.`,
    '',
    '| what | median | slowest | runs |',
    '| --- | --- | --- | --- |',
    ...lines,
    ...(words ? ['', words()] : []),
  ].join('\n')
}

const ms = (n: number) => `${n < 10 ? n.toFixed(1) : Math.round(n)} ms`

/** Sections stand between comments that name their file, so that the words around them stay. */
function replaceSection(page: string, file: string, table: string): string {
  const [open, close] = [`<!-- bench ${file} -->`, `<!-- /bench ${file} -->`]
  const section = `${open}\n\n${table}\n\n${close}`
  const [from, to] = [page.indexOf(open), page.indexOf(close)]
  if (from < 0 || to < 0) return `${page.trimEnd()}\n\n${section}\n`
  return page.slice(0, from) + section + page.slice(to + close.length)
}

void main()
