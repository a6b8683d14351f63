import fs from 'node:fs'
import path from 'node:path'
import { bundlerCache, dropOldCaches } from '../../../scripts/build/bundler-cache'
import { appInputs, feedInputs } from '../../../scripts/build/sources'
import { temporaryRoot, type TemporaryRoot } from './temporary-root'

const FILES = [
  'src/app.ts',
  'src/app.config.ts',
  'src/styles/tokens.ts',
  'src/styles/type.scss',
  'src/pages/home/index.tsx',
  'src/pages/home/index.config.ts',
  'domain/time/day.ts',
  'types/globals.d.ts',
  'config/index.ts',
  'config/a11y/index.ts',
  'babel.config.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
  'node_modules/.package-lock.json',
  'scripts/build/app.ts',
  'scripts/feed/main.ts',
  'content/articles/one.md',
  'content/media/a-0001.m4a',
  'content/covers/a.svg',
  'dist/feed/catalog.json',
  'dist/errata.json',
  'docs/words.md',
  'tests/one.test.ts',
  'server/src/main.ts',
]

let at: TemporaryRoot
beforeEach(() => {
  at = temporaryRoot()
  for (const file of FILES) at.write(file)
})
afterEach(() => fs.rmSync(at.root, { recursive: true }))

/** Whether `look` sees that this file says something else. */
function sees(look: () => string, file: string): boolean {
  const before = look()
  at.write(file, 'something else')
  const after = look()
  at.write(file)
  expect(look()).toBe(before)
  return before !== after
}

const PACKAGES = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json', 'tsconfig.json']

it('the feed is made of content, rules and compiler', () => {
  const seen = FILES.filter(file => sees(() => feedInputs(at.root), file))
  const made = FILES.filter(file => /^(content|domain|scripts\/feed)\//.test(file))
  expect(seen.sort()).toEqual([...made, ...PACKAGES].sort())
})

it('the app is made of all but documents, tests, the service and texts that are in the feed', () => {
  const seen = FILES.filter(file => sees(() => appInputs(at.root, 'h5', {}), file))
  const not = [
    'docs/words.md',
    'tests/one.test.ts',
    'server/src/main.ts',
    'scripts/feed/main.ts',
    'content/articles/one.md',
  ]
  expect(seen).toEqual(FILES.filter(file => !not.includes(file)))
})

it('a file more, a file less and a file by another name make another app', () => {
  const now = () => appInputs(at.root, 'h5', {})
  const seen = new Set([now()])
  at.write('src/new.ts', '')
  seen.add(now())
  at.remove('src/new.ts')
  at.write('src/newer.ts', '')
  seen.add(now())
  at.remove('src/newer.ts')
  expect(seen.size).toBe(3)
  expect(seen.has(now())).toBe(true)
})

it('settings that end up in the app make another app, others do not', () => {
  const made = (settings: Record<string, string>) => appInputs(at.root, 'weapp', settings)
  const plain = made({})
  for (const name of ['MEDIA_BASE_URL', 'SERVICE_URL', 'ERRATA_URL', 'SPEECH_PLUGIN'])
    expect(made({ [name]: '1' })).not.toBe(plain)
  expect(made({ HOME: '/root', PORT: '1' })).toBe(plain)
  expect(made({ SERVICE_URL: '' })).toBe(plain)
  expect(appInputs(at.root, 'h5', {})).not.toBe(plain)
})

describe('what the bundler kept', () => {
  it('is left when anything changed that it does not look at by itself', () => {
    const seen = FILES.filter(file => sees(() => bundlerCache(at.root, 'h5', {}), file))
    const unlooked = ['config/index.ts', 'config/a11y/index.ts', 'babel.config.js', 'src/app.config.ts']
    expect(seen.sort()).toEqual(
      [...unlooked, 'src/pages/home/index.config.ts', 'src/styles/tokens.ts', ...PACKAGES].sort(),
    )
    expect(bundlerCache(at.root, 'h5', { SERVICE_URL: 'https://a' })).not.toBe(bundlerCache(at.root, 'h5', {}))
    expect(bundlerCache(at.root, 'weapp', {})).not.toBe(bundlerCache(at.root, 'h5', {}))
  })

  it('is removed but for the last one beside that in use', () => {
    const current = bundlerCache(at.root, 'h5', {})
    const folder = path.dirname(current)
    dropOldCaches(current)
    for (const [name, age] of [
      ['oldest', 3],
      ['old', 2],
      ['last', 1],
    ] as const) {
      fs.mkdirSync(path.join(folder, name), { recursive: true })
      fs.utimesSync(path.join(folder, name), 1_000_000 - age, 1_000_000 - age)
    }
    fs.mkdirSync(current)
    dropOldCaches(current)
    expect(fs.readdirSync(folder).sort()).toEqual([path.basename(current), 'last'].sort())
  })
})
