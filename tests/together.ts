/** Several files of tests in one process: loading what they test takes longer than most of them. */
import fs from 'node:fs'
import path from 'node:path'

export interface Plan {
  /** At once. */
  processes: number
  /** Base names of files that need a process of their own. */
  alone: readonly string[]
}

export const PLANS: Record<string, Plan> = {
  // Alone: what kills PostgreSQL or the service, or starts a cluster of its own, and waits more than it works.
  server: { processes: 3, alone: ['kill.test.ts', 'postgres.test.ts', 'stop-seed.test.ts'] },
}

/**
 * What Node's runner is given for these files: those that stay alone, and for each process an entry in which its files
 * follow each other as suites. Long files are spread over the processes, by their lines.
 */
export function entriesOf(name: string, { processes, alone }: Plan, files: readonly string[]): string[] {
  const apart = files.filter(file => alone.includes(path.basename(file)))
  const shared = files
    .filter(file => !apart.includes(file))
    .map(file => ({ file: path.resolve(file), lines: fs.readFileSync(file, 'utf8').split('\n').length }))
    .sort((a, b) => b.lines - a.lines)
  const groups = Array.from({ length: Math.min(processes, shared.length) }, () => ({ lines: 0, files: [] as string[] }))
  for (const { file, lines } of shared) {
    const group = groups.reduce((least, it) => (it.lines < least.lines ? it : least))
    group.files.push(file)
    group.lines += lines
  }
  // One folder a process: two runs at once must not take each other's entries.
  const dir = path.join('.cache/tests', `${name}-${process.pid}`)
  fs.mkdirSync(dir, { recursive: true })
  process.once('exit', () => fs.rmSync(dir, { recursive: true, force: true }))
  const entries = groups.map((group, i) => {
    const entry = path.join(dir, `${i + 1}.test.cjs`)
    fs.writeFileSync(entry, entryOf(group.files))
    return entry
  })
  return [...apart, ...entries]
}

const entryOf = (files: readonly string[]) => `const { describe } = require('node:test')
for (const file of ${JSON.stringify(files, undefined, 2)}) {
  describe(require('node:path').basename(file), () => void require(file))
}
`
