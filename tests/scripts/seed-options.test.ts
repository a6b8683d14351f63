import { spawnSync } from 'node:child_process'

test('a size of the demo district that is misspelt is told before a database is begun, not built as the large one', () => {
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'server/src/cli/seed.ts', '--smal'], {
    encoding: 'utf8',
    // Nobody listens there: who would open a database fails otherwise.
    env: { ...process.env, DATABASE_URL: 'postgres://127.0.0.1:9/none' },
  })
  expect(stderr).toContain('不认识的参数 --smal；应当是 --small，或什么都不写')
  expect(status).toBe(2)
}, 60_000)
