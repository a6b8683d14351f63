import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { changedFiles, stepsFor } from '../../scripts/test/changed'
import { reachOf } from '../../scripts/test/imports'
import { isMeant, STEPS, testFiles } from '../../scripts/test/steps'
import { wantedSteps } from '../../scripts/test/wanted'

/** The browser's parts are as many as the machine has processors. */
const names = (changed: string[]) => [
  ...new Set(stepsFor(changed).map(step => step.name.replace(/^browser .*/, 'browser'))),
]
const filesOf = (name: string, changed: string[]) => [
  ...new Set(
    stepsFor(changed)
      .filter(step => isMeant(step, name))
      .flatMap(step => step.files!),
  ),
]

test('a line in a document is looked at by the formatter and by the tests that read the tree, no others', () => {
  // The feed comes first for whatever reads it; what is compiled is found current.
  expect(names(['docs/words.md'])).toEqual(['feed', 'format', 'unit'])
  expect(filesOf('unit', ['docs/words.md'])).toContain('tests/scripts/docs.test.ts')
  expect(filesOf('unit', ['docs/words.md'])).not.toContain('tests/scripts/parts.test.ts')
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

test('no more browsers are started than there are files for them, and each of them may take any of these', () => {
  const parts = (changed: string[]) => stepsFor(changed).filter(step => isMeant(step, 'browser'))
  const two = ['tests/browser/search.test.ts', 'tests/browser/home.test.ts']
  for (const changed of [two, two.slice(1)]) {
    const chosen = parts(changed)
    expect(chosen).toHaveLength(changed.length)
    for (const { files, claims } of chosen) {
      expect([...files!].sort()).toEqual([...changed].sort())
      expect(claims).toBe(STEPS.at(-1)!.claims)
    }
  }
  expect(parts(['package.json']).length).toBeGreaterThan(2)
})

test('dependencies and the runner itself touch everything', () => {
  for (const file of ['package-lock.json', 'scripts/test/steps.ts']) expect(stepsFor([file])).toEqual(STEPS)
})

test('a file that is gone is not given to a tool, but tests that read the tree look for it', () => {
  expect(filesOf('lint', ['src/gone.ts', 'babel.config.js'])).toEqual(['babel.config.js'])
  expect(filesOf('unit', ['server/src/gone.ts'])).toContain('tests/scripts/docs.test.ts')
  expect(filesOf('unit', ['server/src/gone.ts'])).not.toContain('server/src/gone.ts')
})

test('a migration needs all tests of the service, and the browser’s that start it: no import names it', () => {
  for (const name of ['0001-schema.sql', '9999-gone.sql']) {
    const changed = [`server/migrations/${name}`]
    expect(filesOf('server', changed)).toEqual(testFiles('server'))
    expect(filesOf('browser', changed)).toContain('tests/browser/district.test.ts')
    expect(filesOf('browser', changed)).not.toContain('tests/browser/search.test.ts')
  }
})

// A machine with nothing but Node has no git, and nobody changes anything there.
const withGit = spawnSync('git', ['--version']).error ? test.skip : test

describe('what git sees as changed', () => {
  let place: string
  beforeEach(() => (place = fs.mkdtempSync(path.join(os.tmpdir(), 'changed-'))))
  afterEach(() => fs.rmSync(place, { recursive: true }))
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: place, stdio: 'ignore' })
  const put = (name: string) => fs.writeFileSync(path.join(place, name), 'the same text\n'.repeat(9))
  const begin = (...files: string[]) => {
    git('init', '-b', 'main')
    files.forEach(put)
    git('add', '.')
    git('commit', '-m', 'first')
  }

  withGit('a file under a new name is gone under the old one', () => {
    begin('old.md')
    git('mv', 'old.md', 'new.md')
    expect(changedFiles(place).files.sort()).toEqual(['new.md', 'old.md'])
  })

  withGit('names are taken as they are, whatever is in them', () => {
    const odd = ['a "b".ts', 'c\\d.ts', 'e\nf.ts', '党史.ts']
    begin(...odd.slice(1))
    for (const name of odd) fs.writeFileSync(path.join(place, name), '')
    expect(changedFiles(place).files.sort()).toEqual([...odd].sort())
  })

  withGit('who commits on main itself is compared with origin/main', () => {
    begin('old.md')
    git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    put('committed.md')
    git('add', '.')
    git('commit', '-m', 'second')
    put('new.md')
    expect(changedFiles(place).files.sort()).toEqual(['committed.md', 'new.md'])
  })

  withGit('on main without origin/main only what is not committed can be seen, and the base says so', () => {
    begin('old.md')
    put('new.md')
    expect(changedFiles(place)).toEqual({ base: 'HEAD', files: ['new.md'] })
  })

  withGit('a branch is compared with main, wherever origin/main stands', () => {
    begin('old.md')
    git('update-ref', 'refs/remotes/origin/main', 'HEAD')
    put('on-main.md')
    git('add', '.')
    git('commit', '-m', 'second')
    git('checkout', '-b', 'work')
    put('new.md')
    git('add', '.')
    git('commit', '-m', 'third')
    expect(changedFiles(place).files).toEqual(['new.md'])
  })

  test('where git finds no history, a sentence says so', () => {
    expect(() => changedFiles(place)).toThrow(/--changed.*git/)
  })
})

test('words that nobody knows are refused, beside --changed too', () => {
  expect(() => wantedSteps(['nonsense'], () => {})).toThrow('没有这一步：nonsense')
  expect(() => wantedSteps(['--changed', 'nonsense'], () => {})).toThrow('nonsense')
  expect(wantedSteps(['unit', 'lint'], () => {}).map(step => step.name)).toEqual(['lint', 'unit'])
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
