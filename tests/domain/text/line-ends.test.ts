import fc from 'fast-check'
import { JOINER, keepWords } from '@domain/text/line-ends'

test('lines may end between words and within none, and it reads the same', () => {
  expect(keepWords('小岗的农民', '212')).toBe(`小${JOINER}岗的农${JOINER}民`)
  expect(keepWords('𬌗山人', '21')).toBe(`𬌗${JOINER}山人`)
})

test('lengths that are not of this text, or none, leave it as it is', () => {
  for (const lengths of [undefined, '', '21', '2121', '9']) expect(keepWords('小岗的农', lengths)).toBe('小岗的农')
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[1-4]*$/), (text, lengths) => {
      expect(keepWords(text, lengths).split(JOINER).join('')).toBe(text.split(JOINER).join(''))
    }),
  )
})
