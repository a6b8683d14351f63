import fc from 'fast-check'
import {
  allOwnAmong,
  handedName,
  inState,
  ownAmong,
  ownRecording,
  ownRecordingName,
  type OwnState,
} from '@domain/catalog/own-recording'
import { recordingOf } from '../../../scripts/media/src/human-recording'

const states: OwnState[] = ['own', 'aside', 'draft']

test('a name says all there is to know of a recording, in every state', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...states),
      fc.constantFrom(...states),
      fc.integer({ min: 1, max: 9999 }).map(n => `e-${String(n).padStart(4, '0')}`),
      fc.double({ min: 0, max: 600, noNaN: true }),
      fc.constantFrom('mp3', 'm4a', 'webm', 'ogg'),
      fc.integer({ min: 0, max: 4e12 }),
      (state, next, id, seconds, ending, made) => {
        const name = ownRecordingName({ state, id, seconds, made }, ending)
        const own = ownRecording(name)!
        expect(own).toEqual({ name, id, state, made, seconds: Math.max(1, Math.round(seconds)) })
        expect(ownRecording(inState(own, next))).toEqual({ ...own, name: inState(own, next), state: next })
        expect(ownAmong([name], id, state)).toEqual(own)
      },
    ),
  )
})

test('what was downloaded is not taken for one’s own, nor one episode’s for another’s', () => {
  expect(ownRecording('0123456789abcdef-e-0001.m4a')).toBeUndefined()
  expect(ownRecording('own-e-0001.mp3')).toBeUndefined()
  const names = ['0123456789abcdef-e-0001.m4a', 'own-e-0010-90.mp3', 'aside-e-0001-60.mp3', 'draft-e-0001-61.mp3']
  expect(ownAmong(names, 'e-0001', 'own')).toBeUndefined()
  expect(ownAmong(names, 'e-001', 'own')).toBeUndefined()
  expect(ownAmong(names, 'e-0001', 'aside')?.seconds).toBe(60)
})

test('of two takes that are equally long the later one is meant; one from before takes had a time is the earliest', () => {
  const names = ['draft-e-0001-4.webm', 'draft-e-0001-4-a1.webm', 'draft-e-0001-4-a2.webm', 'own-e-0001-4-zz.webm']
  expect(ownAmong(names, 'e-0001', 'draft')?.name).toBe('draft-e-0001-4-a2.webm')
  expect(allOwnAmong(names, 'e-0001', 'draft').map(it => it.made)).toEqual([362, 361, 0])
})

test('it is handed over under a name that the production of recordings takes, whatever was written for a name', () => {
  const own = ownRecording('own-e-0007-128.mp3')!
  expect(handedName(own, '王小明')).toBe('e-0007.human.王小明.mp3')
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 30 }), teller => {
      const name = handedName(own, teller)
      expect(name).toMatch(/^[^/\\:*?"<>|\s]+$/)
      if (handedName(own, teller) === 'e-0007.human.mp3') return
      expect(recordingOf([name], 'e-0007')?.file).toBe(name)
    }),
  )
  expect(() => recordingOf([handedName(own, ' . ')], 'e-0007')).toThrow('没有写是谁讲的')
})
