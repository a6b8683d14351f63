import fc from 'fast-check'
import { checkLock, parseLock, writeLock } from '../../scripts/feed/corpus/ids-lock'
import { readTreeInMemory } from './faults'
import { validTree } from './fixture'

const VALID = validTree()
const { locked } = parseLock(writeLock([], readTreeInMemory(VALID).corpus))
const FILES = Object.keys(VALID).filter(name => name.startsWith('content/'))

/** Lines of a file that YAML reads: all of it, or the head of a text. */
function yamlLines(file: string): number[] {
  const lines = VALID[file]!.split('\n')
  const end = file.endsWith('.md') ? lines.indexOf('---', 1) : lines.length
  return lines.slice(0, end).flatMap((line, at) => (at > 0 && line.trim() !== '' ? [at] : []))
}
const place = fc
  .constantFrom(...FILES.filter(file => yamlLines(file).length > 0))
  .chain(file =>
    fc.record({ file: fc.constant(file), at: fc.constantFrom(...yamlLines(file)), by: fc.integer({ min: 1, max: 3 }) }),
  )

// One space too many in events.yml gave 1,431 errors: every event that had been published was missing.
test('a file that cannot be read for its indentation is one error, wherever it is', () => {
  let unread = 0
  fc.assert(
    fc.property(place, ({ file, at, by }) => {
      const lines = VALID[file]!.split('\n')
      const text = lines.map((line, row) => (row === at ? ' '.repeat(by) + line : line)).join('\n')
      const { corpus, problems } = readTreeInMemory({ ...VALID, [file]: text })
      if (!corpus.unread) return
      unread += 1
      const errors = [...problems, ...checkLock(locked, corpus, [])].filter(({ level }) => level === 'error')
      expect(errors).toEqual([expect.objectContaining({ file })])
    }),
    { numRuns: 60 },
  )
  expect(unread).toBeGreaterThan(0)
})
