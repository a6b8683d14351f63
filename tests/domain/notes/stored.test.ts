import fc from 'fast-check'
import type { Note } from '../../../domain/notes/markdown'
import { readNotes } from '../../../domain/notes/stored'

const note = (id: string): Note => ({
  id,
  item: 'a-0001',
  quote: { exact: '句', prefix: '', suffix: '' },
  words: '',
  at: 1,
})

test('a sound record is read as it is', () => {
  const stored = { n1: note('n1'), n2: note('n2') }
  expect(readNotes(stored)).toEqual({ notes: stored, whole: true })
  expect(readNotes(undefined)).toEqual({ notes: {}, whole: true })
})

test('what is no note is left out and told, and the notes beside it stay', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.anything()), rubbish => {
      const { notes, whole } = readNotes({ ...rubbish, n1: note('n1') })
      expect(notes.n1).toEqual(note('n1'))
      expect(whole).toBe(Object.keys({ ...rubbish, n1: 0 }).length === 1)
    }),
  )
})

test('anything at all is read without an error', () => {
  fc.assert(
    fc.property(fc.anything(), value => {
      for (const one of Object.values(readNotes(value).notes)) expect(typeof one.at).toBe('number')
    }),
  )
})
