import { unbroken } from '@/platform/page/unbroken.h5'

const JOINER = '\u2060'

test('a title may end a line between words and within none, and reads the same', () => {
  const title = unbroken('小岗的农民在字据上按手印')
  expect(title).toContain(`农${JOINER}民`)
  expect(title).not.toContain(`的${JOINER}农`)
  expect(title.replace(/\u2060/g, '')).toBe('小岗的农民在字据上按手印')
})
