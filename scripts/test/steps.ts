import fs from 'node:fs'
import path from 'node:path'

/** One part of `npm test`. */
export interface Step {
  name: string
  command: string
  args: string[]
  env?: Record<string, string>
  /** How its tests are counted; a step without a count is one test that passes or fails. */
  count?: (output: string) => Tally | undefined
}

export interface Tally {
  passed: number
  failed: number
  skipped: number
}

/** Jest prints `Tests:  1 failed, 2 skipped, 30 passed, 33 total`. */
export function countJest(output: string): Tally | undefined {
  const line = /^Tests:\s+(.*)$/m.exec(output)?.[1]
  if (!line) return undefined
  const number = (word: string) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0)
  return { passed: number('passed'), failed: number('failed'), skipped: number('skipped') + number('todo') }
}

/** Node's runner closes with `ℹ pass 12` (or `# pass 12`), one line a count. */
export function countNodeTest(output: string): Tally | undefined {
  const number = (word: string) => new RegExp(`^[#ℹ] ${word} (\\d+)`, 'm').exec(output)?.[1]
  const passed = number('pass')
  if (passed === undefined) return undefined
  return {
    passed: Number(passed),
    failed: Number(number('fail') ?? 0) + Number(number('cancelled') ?? 0),
    skipped: Number(number('skipped') ?? 0),
  }
}

const tsx = (file: string, ...args: string[]) => ({ command: 'npx', args: ['tsx', file, ...args] })
function testFiles(folder: string): string[] {
  const dir = path.join('tests', folder)
  if (!fs.existsSync(dir)) return []
  return fs
    .readdirSync(dir)
    .filter(name => name.endsWith('.test.ts'))
    .map(name => path.join(dir, name))
}

/** Real packages and real browsers are driven by Node's own runner: jest's module sandbox only gets in the way there. */
/** @param together files at once */
const nodeTest = (folder: string, together = 1) => ({
  command: 'npx',
  // Node 20's runner expands no patterns.
  args: ['tsx', '--test', `--test-concurrency=${together}`, ...testFiles(folder)],
  count: countNodeTest,
})

/** In order: what is quick and fails often comes first. */
export const STEPS: Step[] = [
  { name: 'format', command: 'npx', args: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'types', command: 'npx', args: ['tsc', '--noEmit'] },
  { name: 'lint', command: 'npx', args: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'feed', ...tsx('scripts/feed/main.ts') },
  { name: 'unit', command: 'npx', args: ['jest', '--colors=false'], count: countJest },
  { name: 'server', ...nodeTest('server') },
  // With a service, as a package for phones has one; nobody answers there.
  { name: 'build weapp', ...tsx('scripts/build.ts', 'weapp'), env: { SERVICE_URL: 'https://service.invalid' } },
  { name: 'weapp', ...nodeTest('weapp') },
  { name: 'build h5', ...tsx('scripts/build.ts', 'h5') },
  // A browser waits as much as it works: two files at once take hardly longer than one.
  { name: 'browser', ...nodeTest('browser', 2) },
]
