import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { stepsFor } from '../../scripts/test/changed'
import { reachOf } from '../../scripts/test/imports'
import { isMeant, STEPS } from '../../scripts/test/steps'

/** The browser's parts are as many as the machine has processors. */
const names = (changed: string[]) => [
  ...new Set(stepsFor(changed).map(step => step.name.replace(/^browser .*/, 'browser'))),
]
const filesOf = (name: string, changed: string[]) =>
  stepsFor(changed)
    .filter(step => isMeant(step, name))
    .flatMap(step => step.files!)

test('a line in a document is looked at by the formatter alone', () => {
  expect(names(['docs/words.md'])).toEqual(['format'])
  expect(filesOf('format', ['docs/words.md'])).toEqual(['docs/words.md'])
})

test('nothing changed: nothing runs', () => {
  expect(names([])).toEqual([])
})

test('a page of the app needs both builds and what drives them, and no test of the service', () => {
  expect(names(['src/pages/home/index.tsx'])).toEqual([
    'feed',
    'format',
    'types',
    'build h5',
    'lint',
    'unit',
    'build weapp',
    'weapp',
    'browser',
  ])
})

test('what the app shows needs everything: the feed is in all of it', () => {
  expect(names(['content/brand.yml'])).toEqual([
    'feed',
    'format',
    'build h5',
    'unit',
    'build weapp',
    'server',
    'weapp',
    'start',
    'browser',
  ])
})

test('the service needs its own tests and the browser’s that start it', () => {
  const changed = ['server/src/start.ts']
  expect(names(changed)).toEqual(['feed', 'format', 'types', 'build h5', 'lint', 'unit', 'server', 'start', 'browser'])
  const files = filesOf('browser', changed)!
  expect(files).toContain('tests/browser/district.test.ts')
  expect(files).not.toContain('tests/browser/search.test.ts')
})

test('one test file runs alone, after the build it needs', () => {
  const changed = ['tests/browser/search.test.ts']
  expect(filesOf('browser', changed)).toEqual(changed)
  expect(names(changed)).toEqual(['feed', 'format', 'types', 'build h5', 'lint', 'unit', 'browser'])
})

test('dependencies and the runner itself touch everything', () => {
  for (const file of ['package-lock.json', 'scripts/test/steps.ts']) expect(stepsFor([file])).toEqual(STEPS)
})

test('a file that is gone is not given to a tool', () => {
  expect(filesOf('lint', ['src/gone.ts', 'babel.config.js'])).toEqual(['babel.config.js'])
})

test('imports are followed, and so are files named in quotes', () => {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'reach-'))
  const put = (name: string, text: string) => fs.writeFileSync(path.join(place, name), text)
  put('a.test.ts', `import { b } from './b'\n`)
  put('b.ts', `import './a.test'\nspawn('node', ['${place}/c.ts'])\n`)
  put('c.ts', '')
  put('d.ts', '')
  const reached = [...reachOf(path.join(place, 'a.test.ts'))].map(file => path.basename(file))
  expect(reached.sort()).toEqual(['a.test.ts', 'b.ts', 'c.ts'])
  fs.rmSync(place, { recursive: true })
})
