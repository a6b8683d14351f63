import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const PAGE = path.resolve('docs/performance.md')

/** The machine, in one line. */
export function machine(): string {
  return `${os.cpus().length} × ${os.cpus()[0]!.model.trim()}, Node ${process.version}, PostgreSQL 18, ${new Date().toISOString().slice(0, 10)}`
}

/** Writes a section of docs/performance.md between its markers, in place of the one before. */
export function writeSection(marker: string, lines: readonly string[]): void {
  const section = [`<!-- bench ${marker} -->`, '', ...lines, '', `<!-- /bench ${marker} -->`].join('\n')
  const text = fs.existsSync(PAGE) ? fs.readFileSync(PAGE, 'utf8') : '# Performance\n'
  const old = new RegExp(`<!-- bench ${marker} -->[\\s\\S]*<!-- /bench ${marker} -->`)
  fs.writeFileSync(PAGE, old.test(text) ? text.replace(old, () => section) : `${text.trimEnd()}\n\n${section}\n`)
}
