import { questionTitle } from '@domain/quiz/words'
import { question } from './pool'

test('two ordering questions that ask the same of different things do not look alike in a list', () => {
  const of = (...texts: string[]) =>
    questionTitle(
      question(1, {
        type: 'order',
        stem: '把下列事件按先后排列。',
        options: texts.map((text, i) => ({ id: 'abcd'[i]!, text })),
      } as object),
    )
  expect(of('停战谈判开始', '长津湖战役')).toBe('把下列事件按先后排列：停战谈判开始、长津湖战役')
  expect(of('一', '二', '三', '四')).toBe('把下列事件按先后排列：一、二等')
  expect(of('遵义会议', '四渡赤水')).not.toBe(of('四渡赤水', '飞夺泸定桥'))
})

test('every other question is its own words', () => {
  for (const type of ['single', 'multiple', 'judge', 'fill'] as const) {
    const it = question(7, { type })
    expect(questionTitle(it)).toBe(it.stem)
  }
})
