import { linesOf } from '@/subpackages/settings/licences/lines'

test('packages with their kind, then the words in paragraphs, as wide as the phone is', () => {
  const text = 'a 1、b 2\nMIT\n\nMIT License\n\nAll may\nuse it.\n\n—————\n\nc 3\nISC\n\nSo may\n  all.\n\n=====\n'
  expect(linesOf(text)).toEqual([
    { key: 0, names: 'a 1、b 2', kind: 'MIT' },
    { key: 1, words: 'MIT License' },
    { key: 2, words: 'All may use it.' },
    { key: 3, names: 'c 3', kind: 'ISC' },
    { key: 4, words: 'So may all.' },
    { key: 5, words: '=====' },
  ])
})
