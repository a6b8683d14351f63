import fs from 'node:fs'
import { reachOf } from '../../scripts/test/imports'

const FOLDER = 'scripts/feed/checks'

// Types, lint and every other test are green over a check that nobody calls.
test('every check of the compiler is registered: in checks/corpus.ts, or in compile.ts', () => {
  const called = reachOf('scripts/feed/compile.ts', new Map())
  const files = fs.readdirSync(FOLDER).map(name => `${FOLDER}/${name}`)
  expect(files.filter(file => !called.has(file))).toEqual([])
})
