import fc from 'fast-check'
import { compileBundle } from '../../scripts/feed/compile/bundle'
import { readTreeInMemory } from './faults'
import { validTree, type Tree } from './fixture'
import { anyCharacter } from '../any-character'

/** Reads, checks and, where it can be divided, compiles: none of it may throw. */
function survives(tree: Tree): void {
  const { corpus, problems } = readTreeInMemory(tree)
  if (corpus.shelves && corpus.brand) compileBundle(corpus)
  for (const { file, line, message } of problems) {
    expect(file).toMatch(/^content/u)
    expect(line).toBeGreaterThanOrEqual(1)
    expect(message).toMatch(/应当/u)
  }
}

const FILES = Object.keys(validTree())
/** The characters that mean something to YAML, Markdown or our own syntax, more often than chance would have them. */
const spice = fc.constantFrom(
  '---\n',
  '- ',
  ': ',
  '[',
  ']',
  '(event:',
  ')',
  '^e1',
  '##',
  '> ',
  '```\n',
  '年',
  '月',
  '一',
  '9',
  '\n',
  ' ',
  '{',
  '}',
  '&a ',
  '*a',
  '!!',
  '<b>',
  '|',
  '\t',
  '"',
  "'",
  '__proto__',
  '\u0000',
  '😀',
)
const anyText = fc.oneof(
  fc.string({ unit: anyCharacter, maxLength: 200 }),
  fc.array(spice, { maxLength: 40 }).map(parts => parts.join('')),
)

describe('no input crashes the compiler', () => {
  test('any text in the place of any file', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FILES), anyText, (file, text) => survives({ ...validTree(), [file]: text })),
      { numRuns: 28 },
    )
  })
  test('any text put anywhere into any file', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FILES),
        fc.double({ min: 0, max: 1, noNaN: true }),
        anyText,
        (file, share, text) => {
          const tree = validTree()
          const whole = tree[file]!
          const at = Math.floor(share * Math.min(whole.length, 3000))
          tree[file] = whole.slice(0, at) + text + whole.slice(at)
          survives(tree)
        },
      ),
      { numRuns: 36 },
    )
  })
  test('any run of characters cut out of any file', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FILES), fc.nat(3000), fc.integer({ min: 1, max: 200 }), (file, at, length) => {
        const tree = validTree()
        tree[file] = tree[file]!.slice(0, at) + tree[file]!.slice(at + length)
        survives(tree)
      }),
      { numRuns: 36 },
    )
  })
  test('any YAML value in the place of a file', () => {
    fc.assert(
      fc.property(fc.constantFrom(...FILES.filter(name => name.endsWith('.yml'))), fc.jsonValue(), (file, value) =>
        survives({ ...validTree(), [file]: JSON.stringify(value) }),
      ),
      { numRuns: 28 },
    )
  })
  test('any set of files missing', () => {
    fc.assert(
      fc.property(fc.subarray(FILES), kept => {
        const tree = validTree()
        survives(Object.fromEntries(kept.map(file => [file, tree[file]!])))
      }),
      { numRuns: 30 },
    )
  })
})
