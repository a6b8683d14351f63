import fc from 'fast-check'
import { sentencesOf } from '../../scripts/media/src/sentences'

test('a closing quotation mark stays with its sentence', () => {
  expect(sentencesOf('他在门口站住了，问：“请问你们这里找谁？”屋里的人都没有说话。')).toEqual([
    '他在门口站住了，问：“请问你们这里找谁？”',
    '屋里的人都没有说话。',
  ])
})

test('a very short sentence joins its neighbour', () => {
  expect(sentencesOf('屋里静了。有人站起来问，你找谁？')).toEqual(['屋里静了。有人站起来问，你找谁？'])
})

test('a sentence of more than seventy characters is divided at a comma', () => {
  const parts = sentencesOf(`${'红军翻过雪山走过草地，'.repeat(12)}到了陕北。`)
  expect(parts.length).toBeGreaterThan(1)
  for (const part of parts) expect(part.length).toBeLessThanOrEqual(80)
})

test('nothing is lost and nothing is added', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'红军到了陕北他说，。！？；：“”…') }), text => {
      expect(sentencesOf(text).join('')).toBe(text)
    }),
  )
})
