import fc from 'fast-check'
import { JOINER, keepWords, wordLengths } from '@domain/text/line-ends'

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

test('words are told by their lengths, of which a long one may be broken anywhere', () => {
  const lengths = (...words: string[]) => wordLengths(words.map(segment => ({ segment })))
  expect(lengths('1921', '年', '，', '在', '南湖')).toBe('41112')
  expect(lengths('20212021')).toBe('11111111')
  expect(lengths('𬌗山', '人')).toBe('21')
  expect(wordLengths([{ segment: '社会主义' }], 3)).toBe('1111')
})
