import { readdir, readFile, writeFile } from 'node:fs/promises'
import { cpus, loadavg } from 'node:os'
import path from 'node:path'
import type { Figures, Row, Section } from './measure'
import { Refusal, sayWhy } from '../test/refusal'

const HERE = path.resolve('scripts/bench')
const PAGE = path.resolve('docs/performance.md')
const OWN = [
  'draw-targets.ts',
  'main.ts',
  'measure.ts',
  'opened-feed.ts',
  'pages.ts',
  'search-engines.ts',
  'search-trials.ts',
]

/**
 * Runs every file of this folder that exports figures or a section of its own, and puts each in its place in
 * docs/performance.md. With names (`npm run bench -- lighthouse`) only those.
 */
async function main(): Promise<void> {
  let page = await readFile(PAGE, 'utf8').catch(() => '# Performance\n')
  const wanted = process.argv.slice(2)
  const files = (await readdir(HERE)).filter(file => file.endsWith('.ts') && !OWN.includes(file)).sort()
  const strange = wanted.filter(name => !files.includes(`${name}.ts`))
  if (strange.length > 0) {
    const names = files.map(file => path.basename(file, '.ts')).join('、')
    throw new Refusal(`没有叫 ${strange.join('、')} 的测量；应当是 ${names}，或什么都不写`)
  }
  for (const file of files.filter(name => wanted.length === 0 || wanted.includes(path.basename(name, '.ts')))) {
    const exported = Object.values((await import(path.join(HERE, file))) as Record<string, unknown>)
    const figures = exported.find(isFigures)
    const section = exported.find(isSection)
    const words = figures ? render(figures, figures.rows()) : section && under(section.title, await section.markdown())
    if (!words) continue
    console.log(words)
    page = replaceSection(page, file, words)
  }
  await writeFile(PAGE, page)
}

const isFigures = (value: unknown): value is Figures =>
  typeof value === 'object' && value !== null && typeof (value as Figures).rows === 'function'

const isSection = (value: unknown): value is Section =>
  typeof value === 'object' && value !== null && typeof (value as Section).markdown === 'function'

/** A title, and when and where it was measured. */
function under(title: string, ...lines: string[]): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.version}`
  const load = `load average ${loadavg()[0]!.toFixed(1)} when it ended`
  const on = `\`npm run bench\`, ${machine}, ${new Date().toISOString().slice(0, 10)}; ${load}.`
  return [`## ${title}`, '', on, '', ...lines].join('\n')
}

function render({ title, words }: Figures, rows: Row[]): string {
  const lines = rows.map(row => `| ${row.what} | ${ms(row.median)} | ${ms(row.slowest)} | ${row.runs} |`)
  return under(
    title,
    '| what | median | slowest | runs |',
    '| --- | --- | --- | --- |',
    ...lines,
    ...(words ? ['', words()] : []),
  )
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

main().catch(error => {
  process.exitCode = sayWhy(error)
})
