import fc from 'fast-check'
import { cutSentences, divideAtPauses } from '@domain/text/sentences'

const chinese = fc.string({ unit: fc.constantFrom(...'红军到了陕北说，。！？；：、“”《》（）…!?;"') })

test('nothing is lost, in sentences or in parts of them', () => {
  fc.assert(
    fc.property(chinese, fc.constantFrom('written' as const, 'spoken' as const), (text, as) => {
      const sentences = cutSentences(text, as)
      expect(sentences.join('')).toBe(text)
      for (const sentence of sentences)
        expect(divideAtPauses(sentence, { pauses: '，；：', longest: 6 }).join('')).toBe(sentence)
    }),
  )
})

test('what closes after the stop stays with its sentence', () => {
  expect(cutSentences('他问：“到了没有？！”没有人答。')).toEqual(['他问：“到了没有？！”', '没有人答。'])
  expect(cutSentences('社论《这是为什么？》同一天登出。')).toEqual(['社论《这是为什么？》', '同一天登出。'])
})

test('a reader stops at ； and a voice at …', () => {
  expect(cutSentences('先是等；后来走了。')).toEqual(['先是等；', '后来走了。'])
  expect(cutSentences('先是等；后来走了。', 'spoken')).toEqual(['先是等；后来走了。'])
  expect(cutSentences('他说……走吧。')).toEqual(['他说……走吧。'])
  expect(cutSentences('他说……走吧。', 'spoken')).toEqual(['他说……', '走吧。'])
})

test('parts are as long as they may be; what has no pause stays whole', () => {
  const inSix = { pauses: '，', longest: 6 }
  expect(divideAtPauses('一二，三四，五六，七。', inSix)).toEqual(['一二，三四，', '五六，七。'])
  expect(divideAtPauses('一二三四五六七八。', inSix)).toEqual(['一二三四五六七八。'])
  const letters = { pauses: '，', longest: 4, lengthOf: (text: string) => text.replace(/，|。/g, '').length }
  expect(divideAtPauses('一二，三四，五六，七。', letters)).toEqual(['一二，三四，', '五六，七。'])
})
