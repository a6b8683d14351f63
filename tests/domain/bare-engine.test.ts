/** WeChat's logic layer has ECMAScript and no more: what the app imports from domain must run on that alone. */
import { transformSync } from '@swc/core'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import vm from 'node:vm'

const root = resolve(__dirname, '../../domain')
/** Newer than ES2019, or never there: gone before the first line runs. */
const TAKEN_AWAY = `
  for (const name of ['Intl', 'WebAssembly', 'BigInt', 'WeakRef', 'FinalizationRegistry', 'SharedArrayBuffer', 'Atomics'])
    delete globalThis[name]
  for (const [proto, names] of [
    [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with']],
    [String.prototype, ['at', 'replaceAll', 'matchAll', 'isWellFormed', 'toWellFormed']],
    [Object, ['hasOwn', 'groupBy']],
    [Promise, ['allSettled', 'any', 'withResolvers']],
    [Math, ['random']],
    [Date, ['now']],
  ]) for (const name of names) delete proto[name]
`

/** Text of each module as plain JavaScript: both tests load all of them. */
const texts = new Map<string, string>()

function compiled(file: string): string {
  const known = texts.get(file)
  if (known !== undefined) return known
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    filename: file,
    swcrc: false,
    configFile: false,
    module: { type: 'commonjs' },
    jsc: { target: 'es2022', parser: { syntax: file.endsWith('.ts') ? 'typescript' : 'ecmascript' } },
  })
  texts.set(file, code)
  return code
}

function load(): (file: string) => Record<string, unknown> {
  const context = vm.createContext({})
  vm.runInContext(TAKEN_AWAY, context)
  const cache = new Map<string, { exports: Record<string, unknown> }>()
  const load = (file: string): Record<string, unknown> => {
    const known = cache.get(file)
    if (known) return known.exports
    const module = { exports: {} as Record<string, unknown> }
    cache.set(file, module)
    const code = compiled(file)
    const require = (name: string) => {
      // Its SHA-512 makes BigInts as it loads; they are marked pure, and the bundlers drop them.
      if (name === '@noble/hashes/sha2.js') return nodeRequire(name)
      const own = join(dirname(file), name.endsWith('.js') ? name : `${name}.ts`)
      return load(name.startsWith('.') ? own : nodeRequire.resolve(name))
    }
    vm.runInContext(`(function (module, exports, require) {${code}\n})`, context)(module, module.exports, require)
    return module.exports
  }
  const nodeRequire = require
  return load
}

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
/** Only the service and tests run it: it has the schema library. */
const isSchema = (file: string) => /from 'zod'/.test(readFileSync(file, 'utf8'))
const files = filesIn(root).filter(file => !isSchema(file))

test('of what has the schema library the app imports types alone', () => {
  const src = resolve(root, '../src')
  const app = [...files, ...filesIn(src).filter(file => /\.tsx?$/.test(file))]
  const imported = app.flatMap(file =>
    [...readFileSync(file, 'utf8').matchAll(/^import (?!type\b)(?:[^'"]*? from )?'(@domain\/|\.)([^']+)'/gm)].map(
      ([, start, rest]) => [file, `${start === '.' ? resolve(dirname(file), `.${rest}`) : join(root, rest!)}.ts`],
    ),
  )
  expect(imported.length).toBeGreaterThan(1000)
  const schemas = new Set(filesIn(root).filter(isSchema))
  expect(schemas.size).toBeGreaterThan(0)
  expect(imported.filter(([, what]) => schemas.has(what!))).toEqual([])
})

test('every module of domain that the app runs loads on bare ECMAScript 2019', () => {
  const open = load()
  for (const file of files) expect(Object.keys(open(file)).length).toBeGreaterThanOrEqual(0)
})

test('a day of study runs there from the first second to the slip', () => {
  const open = load()
  const from = (path: string) => open(join(root, `${path}.ts`)) as Record<string, (...args: unknown[]) => never>
  const now = 1_795_400_000_000
  const day = from('time/day').shanghaiDay!(now)
  const id = (n: number) => from('time/uuid').uuidv7!(now + n, new Uint8Array(10).fill(n))
  const answer = {
    question: 'q-00001',
    hash: '0',
    type: 'single',
    shelf: 'reform',
    given: ['a'],
    correct: false,
    seconds: 3,
  }
  const events = [
    { id: id(1), at: now, day, kind: 'read', item: 'a-0001', seconds: 200, reached: 1 },
    { id: id(2), at: now, day, kind: 'answer', run: 'r', mode: 'daily', answer },
  ]
  const state = from('progress/fold').foldAll!(from('progress/state').emptyProgress!(), events) as { days: object }
  expect(from('streak/weeks').streakOf!(from('progress/study-day').studyDays!(state.days), day)).toMatchObject({
    met: 0,
  })
  expect(Object.keys(from('review/notebook').replay!(events))).toEqual(['q-00001'])
  expect(from('quiz/answer-form').answerForm!('《一九二一年》')).toBe('1921年')
  const slip = from('branch/slip').slipOf!(state.days, day, { name: '王', branch: 'A', tag: 1 }, now)
  expect(from('branch/slip').decodeSlips!(from('branch/slip').encodeSlip!(slip))).toEqual([{ ok: true, slip }])
})

test('no source asks for what older iPhones refuse to parse or for the clock and chance of the moment', () => {
  for (const file of files) {
    expect(statSync(file).isFile()).toBe(true)
    const source = readFileSync(file, 'utf8')
    expect([file, /\(\?<[=!]|\\p\{|Date\.now|new Date\(\)|Math\.random|\bconsole\b/.exec(source)]).toEqual([file, null])
  }
})
