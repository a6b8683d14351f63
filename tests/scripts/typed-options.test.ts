import { spawnSync } from 'node:child_process'

function run(file: string, ...words: string[]) {
  return spawnSync(process.execPath, ['--import', 'tsx', file, ...words], {
    encoding: 'utf8',
    // Nobody listens there: who would open a database fails otherwise.
    env: { ...process.env, DATABASE_URL: 'postgres://127.0.0.1:9/none', PORT: '0' },
    timeout: 50_000,
  })
}

test('a size of the demo district that is misspelt is told before a database is begun, not built as the large one', () => {
  const { status, stderr } = run('server/src/cli/seed.ts', '--smal')
  expect(stderr).toContain('不认识的参数 --smal；应当是 --small，或什么都不写')
  expect(status).toBe(2)
}, 60_000)

test('npm start with a misspelt --lan says so before anything is built, instead of a start that no phone can reach', () => {
  const { status, stdout, stderr } = run('scripts/start/main.ts', '--lna')
  expect(stderr).toBe('不认识的参数 --lna；应当是 --lan，或什么都不写\n')
  expect(stdout).toBe('')
  expect(status).toBe(2)
}, 60_000)

test.each([
  ['scripts/bench/main.ts', '没有叫 foo 的测量；'],
  ['tests/browser/screenshots.ts', '没有叫 foo 的页面或样子；'],
])(
  '%s tells a name that there is not in one line, not as a crash',
  (file, words) => {
    const { status, stderr } = run(file, 'foo')
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(words)])
    expect(stderr.startsWith(words)).toBe(true)
    expect(status).toBe(2)
  },
  60_000,
)
