import fc from 'fast-check'
import { columnIndex, columnName } from '../../../domain/text/sheet-column'

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('column %i is %s', (index, name) => {
  expect(columnName(index)).toBe(name)
})

test('a name leads back to its column', () => {
  fc.assert(fc.property(fc.nat(20_000), index => columnIndex(columnName(index)) === index))
})
