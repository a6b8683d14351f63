import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { longestFirst } from './parts'
import type { Task } from './schedule'
import { countJest, countNodeTest, type Tally } from './tally'
import { ROOMY } from './v8'

/** One part of `npm test`. */
export interface Step extends Task {
  command: string
  args: string[]
  /** The files that its runner is given, after `args`. */
  files?: string[]
  /** A folder: steps with the same one share their files, and each takes the next that nobody has taken (decision 0061). */
  claims?: string
  env?: Record<string, string>
  /** Files whose tests wait for other processes: those that failed are run once more at the end, alone (decision 0124). */
  again?: readonly string[]
  /** How its tests are counted; a step without a count is one test that passes or fails. */
  count?: (output: string) => Tally | undefined
}

/** How many steps run at once: one more than processors, as those that drive a browser often wait for it; four at most. */
export const ROOM = Math.min(4, os.availableParallelism() + 1)

/** A tool that npm installed, without npx, which would start twice. */
export const tool = (name: string, ...args: string[]) => ({ command: path.join('node_modules', '.bin', name), args })

/** Test files of a folder that Node's own runner or the browser's takes. */
export function testFiles(folder: string): string[] {
  const dir = path.join('tests', folder)
  if (!fs.existsSync(dir)) return []
  return fs
    .readdirSync(dir)
    .filter(name => name.endsWith('.test.ts'))
    .map(name => path.join(dir, name))
}

/** Real packages and a real database are driven by Node's own runner: jest's module sandbox only gets in the way there. */
const nodeTest = (folder: string) => ({
  ...tool('tsx', 'tests/run-together.ts', folder),
  // Node 20's runner expands no patterns.
  files: testFiles(folder),
  count: countNodeTest,
})

/** Whether a step is meant by a word of the command line: `browser` means all its parts. */
export const isMeant = (step: Step, word: string): boolean => step.name === word || step.name.startsWith(`${word} `)

const browserFiles = longestFirst(testFiles('browser'))

/**
 * What a part with a browser takes of the room: its tests wait for sound that plays, for the service's twenty seconds, for
 * what is shown, and use a processor for a third to a half of their time (docs/performance.md).
 */
const BROWSER_WEIGHT = 0.75

/** In order: what is quick and fails often comes first, and what others wait for. */
export const STEPS: Step[] = [
  // Through the build, so that it is compiled once: what builds an app afterwards finds it current.
  { name: 'feed', ...tool('tsx', 'scripts/build.ts', 'feed') },
  { name: 'format', ...tool('oxfmt', '-c', '.prettierrc.json', '--check'), files: ['.'] },
  // The native compiler, by its path: both versions bring a `tsc`. The other is what eslint reads types with.
  { name: 'types', command: process.execPath, args: ['node_modules/typescript-7/bin/tsc', '--noEmit'] },
  { name: 'build h5', after: ['feed'], ...tool('tsx', 'scripts/build.ts', 'h5') },
  { name: 'lint', ...tool('oxlint', '-c', 'oxlint.config.mjs', '--max-warnings', '0'), files: ['.'] },
  // Some of its tests read the compiled feed. Others run beside it.
  // jest's workers are started with the flags of the process that starts them.
  {
    name: 'unit',
    after: ['feed'],
    command: process.execPath,
    args: [...ROOMY, 'node_modules/jest/bin/jest.js', '--colors=false', '--maxWorkers=50%'],
    count: countJest,
  },
  {
    name: 'build weapp',
    after: ['feed'],
    ...tool('tsx', 'scripts/build.ts', 'weapp'),
    // With a service, as a package for phones has one; nobody answers there.
    env: { SERVICE_URL: 'https://service.invalid' },
  },
  { name: 'server', after: ['feed'], ...nodeTest('server'), again: testFiles('server') },
  // WeChat's compiler starts a process of its own and gives up on it after 20 s.
  { name: 'weapp', after: ['build weapp'], ...nodeTest('weapp'), again: ['tests/weapp/official.test.ts'] },
  { name: 'start', after: ['build h5'], ...nodeTest('start'), again: testFiles('start') },
  // A browser a part; each part runs one file after another, the next of those that are left.
  ...Array.from({ length: Math.floor(ROOM / BROWSER_WEIGHT) }, (_, i) => ({
    name: `browser ${i + 1}`,
    after: ['build h5'],
    weight: BROWSER_WEIGHT,
    ...tool('tsx', '--test-reporter=spec', 'tests/browser/run.ts'),
    files: browserFiles,
    // One folder a run: two runs at once must not take each other's files.
    claims: `.cache/tests/browser-${process.pid}`,
    count: countNodeTest,
    again: browserFiles,
  })),
]
