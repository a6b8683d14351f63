import { readTreeInMemory } from './faults'
import { validTree } from './fixture'

test('a faultless content tree has no problems', () => {
  expect(readTreeInMemory(validTree()).problems).toEqual([])
})
