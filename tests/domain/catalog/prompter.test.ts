import fc from 'fast-check'
import { PACES, promptAfter, promptOf, secondsToTell, seemsUnfinished } from '@domain/catalog/prompter'
import { lineAt } from '@domain/catalog/spoken-lines'
import { FASTEST, SLOWEST } from '../../../scripts/media/src/pace'

const blocks = [
  { kind: 'paragraph' as const, spans: ['一张餐桌。一条小船，慢慢地摇到了湖心。'] },
  { kind: 'paragraph' as const, spans: ['他们', '在船上', '定下了一件大事！'] },
]
const prompt = promptOf({ blocks })

test('a script is gone through sentence by sentence, each for as long as it has characters', () => {
  expect(prompt.lines.map(it => it.text)).toEqual([
    '一张餐桌。',
    '一条小船，慢慢地摇到了湖心。',
    '他们在船上定下了一件大事！',
  ])
  expect(prompt.characters).toBe(5 + 14 + 13)
  // At 120 a minute a character takes half a second.
  expect(secondsToTell(prompt, 120)).toBe(16)
  const at = (ms: number) => lineAt(prompt.lines, promptAfter(prompt, 0, ms, 120))
  expect([0, 2_400, 2_600, 9_400, 9_600, 60_000].map(at)).toEqual([0, 0, 1, 1, 2, 2])
})

test('the same time at any paces leads as far as their mean would, and never back', () => {
  const step = fc.record({ ms: fc.integer({ min: 0, max: 2_000 }), pace: fc.constantFrom(...PACES) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 20 }), steps => {
      let share = 0
      let characters = 0
      for (const { ms, pace } of steps) {
        const next = promptAfter(prompt, share, ms, pace)
        expect(next).toBeGreaterThanOrEqual(share)
        share = next
        characters += (pace * ms) / 60_000
      }
      expect(share).toBeCloseTo(Math.min(1, characters / prompt.characters), 9)
    }),
  )
})

test('what can be recorded at any pace is no faster and no slower than the operator’s check lets pass', () => {
  // scripts/media/src/human-recording: 1.6 times as fast or slow as a machine may be.
  expect(PACES[PACES.length - 1]! / 60).toBeLessThan(FASTEST * 1.6)
  expect(SLOWEST / 1.6 / (PACES[0]! / 60)).toBeLessThan(1.2)
  expect(seemsUnfinished(prompt, secondsToTell(prompt, PACES[PACES.length - 1]!))).toBe(false)
  expect(seemsUnfinished(prompt, 3)).toBe(true)
})
