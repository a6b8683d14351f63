import fc from 'fast-check'
import { captionsOf } from '@domain/catalog/captions'

const line = (text: string, start: number, end: number) => ({ paragraph: 0, text, start, end })

test('a short sentence is one caption, a long one is divided at its pauses', () => {
  expect(captionsOf([line('一张餐桌，一条小船。', 0.3, 2.28)])).toEqual([
    { text: '一张餐桌，一条小船。', start: 0.3, end: 2.28 },
  ])
  const long = '长沙的毛泽东和何叔衡接到信，傍晚就上了小火轮，走得很急，朋友问去哪里，只说去上海。'
  expect(captionsOf([line(long, 0, 10)]).map(it => it.text)).toEqual([
    '长沙的毛泽东和何叔衡接到信，傍晚就上了小火轮，走得很急，',
    '朋友问去哪里，只说去上海。',
  ])
})

test('in large type a caption is shorter', () => {
  const long = '长沙的毛泽东和何叔衡接到信，傍晚就上了小火轮，走得很急，朋友问去哪里，只说去上海。'
  const short = captionsOf([line(long, 0, 10)], 20).map(it => it.text)
  expect(short).toEqual(['长沙的毛泽东和何叔衡接到信，', '傍晚就上了小火轮，走得很急，', '朋友问去哪里，只说去上海。'])
})

test('captions hold all the words, in order, inside the sentence’s time', () => {
  const text = fc.string({ unit: fc.constantFrom('党', '史', '，', '。', '、', '”'), minLength: 1, maxLength: 90 })
  fc.assert(
    fc.property(text, words => {
      const captions = captionsOf([line(words, 5, 25)])
      expect(captions.map(it => it.text).join('')).toBe(words)
      expect(captions[0]!.start).toBe(5)
      expect(captions[captions.length - 1]!.end).toBeCloseTo(25)
      captions.slice(1).forEach((it, i) => expect(it.start).toBe(captions[i]!.end))
    }),
  )
})
