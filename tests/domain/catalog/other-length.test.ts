import { isOtherLength } from '@domain/catalog/other-length'

test('a file of another length is told from one whose player rounds or does not know yet', () => {
  for (const opened of [0, NaN, Infinity, 120, 119, 121.9]) expect(isOtherLength(opened, 120)).toBe(false)
  for (const opened of [1, 117, 123, 600]) expect(isOtherLength(opened, 120)).toBe(true)
})
