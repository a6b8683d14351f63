/** Several files of tests in one process: loading what they test takes longer than most of them. */
import fs from 'node:fs'
import path from 'node:path'
import { dealOut } from '../scripts/test/parts'
import { ROOMY } from '../scripts/test/v8'

export interface Plan {
  /** At once. */
  processes: number
  /** Base names of files that need a process of their own. */
  alone: readonly string[]
  /** For Node, of each process. */
  flags?: readonly string[]
}

export const PLANS: Record<string, Plan> = {
  // Alone: what kills PostgreSQL or the service, or starts a cluster of its own, and waits more than it works.
  server: { processes: 3, alone: ['kill.test.ts', 'postgres.test.ts', 'stop-seed.test.ts'] },
  // Alone: it waits for a compiler in a process of its own.
  // Phones come and go: V8's helpers, which collect and optimise beside, would take a tenth more, of processors that are busy.
  weapp: { processes: 2, alone: ['official.test.ts'], flags: ['--single-threaded', ...ROOMY] },
  // They build, so side by side they would only wait for the processors.
  start: { processes: 1, alone: [] },
}

/**
 * What Node's runner is given for these files: those that stay alone, and for each process an entry in which its files
 * follow each other as suites.
 */
export function entriesOf(name: string, { processes, alone }: Plan, files: readonly string[]): string[] {
  const apart = files.filter(file => alone.includes(path.basename(file)))
  const shared = files.filter(file => !apart.includes(file)).map(file => path.resolve(file))
  const groups = dealOut(shared, processes)
  // One folder a process: two runs at once must not take each other's entries.
  const dir = path.join('.cache/tests', `${name}-${process.pid}`)
  fs.mkdirSync(dir, { recursive: true })
  process.once('exit', () => fs.rmSync(dir, { recursive: true, force: true }))
  const entries = groups.map((group, i) => {
    const entry = path.join(dir, `${i + 1}.test.cjs`)
    fs.writeFileSync(entry, entryOf(group))
    return entry
  })
  return [...apart, ...entries]
}

const entryOf = (files: readonly string[]) =>
  `require(${JSON.stringify(path.resolve('tests/suites.ts'))}).runAsSuites(${JSON.stringify(files, undefined, 2)})\n`
