import fc from 'fast-check'
import { explained } from '@domain/quiz/explained'
import { question } from './pool'

const options = (...texts: string[]) => texts.map((text, i) => ({ id: 'abcdef'[i]!, text }))
const about = (explain: string, texts: string[], answer: string | string[] = 'a') =>
  question(1, {
    type: Array.isArray(answer) ? 'multiple' : 'single',
    options: options(...texts),
    answer,
    explain,
  } as object)

test('a wrong choice is told what it really was, and the rest of the explanation no longer says it', () => {
  const it = about('四个团围歼。小高岭是杨根思牺牲的阵地；上甘岭在1952年。', ['新兴里', '小高岭', '上甘岭'])
  expect(explained(it, ['b'])).toEqual({
    was: { b: '小高岭是杨根思牺牲的阵地。' },
    rest: '四个团围歼。上甘岭在1952年。',
  })
  expect(explained(it, ['a'])).toEqual({ was: {}, rest: '四个团围歼。小高岭是杨根思牺牲的阵地；上甘岭在1952年。' })
})

test('a sentence that goes through several is cut at its commas, and what names nobody goes on about the last', () => {
  const it = about('十三大讲初级阶段，影响很大，十四大定市场经济目标。', ['十五大', '十三大', '十四大'])
  expect(explained(it, ['b']).was).toEqual({ b: '十三大讲初级阶段，影响很大。' })
  expect(explained(it, ['c']).was).toEqual({ c: '十四大定市场经济目标。' })
})

test('what is said of several wrong ones at once is said of the one that was chosen', () => {
  const it = about('皋华丽号停在江面；复仇女神号、麦都萨号是另外的军舰。', ['皋华丽号', '复仇女神号', '麦都萨号'])
  expect(explained(it, ['c'])).toEqual({ was: { c: '复仇女神号、麦都萨号是另外的军舰。' }, rest: '皋华丽号停在江面。' })
})

test('a sentence that names the right answer too stays whole', () => {
  const it = about('陈毅同项英谈过，才有了这封信。', ['陈毅', '项英'])
  expect(explained(it, ['b'])).toEqual({ was: {}, rest: '陈毅同项英谈过，才有了这封信。' })
})

test('a name is known by the half that no other option has, a number only whole', () => {
  const towns = about('竹沟是他出征的地方。', ['镇平七里庄', '确山竹沟'])
  expect(explained(towns, ['b']).was).toEqual({ b: '竹沟是他出征的地方。' })
  const counts = about('一共用了14天。', ['20天', '4天'])
  expect(explained(counts, ['b']).was).toEqual({})
})

test('of several wrong choices each has its own words', () => {
  const it = about('钱三强在苏联；邓稼先在青海。', ['王大珩', '钱三强', '邓稼先'], ['a'])
  expect(explained(it, ['b', 'c'])).toEqual({ was: { b: '钱三强在苏联。', c: '邓稼先在青海。' }, rest: '' })
})

test('nothing of an explanation is lost or said twice', () => {
  const word = fc.constantFrom('甲会', '乙会', '丙会', '在后', '，', '；', '。', '1932年')
  const given = fc.subarray(['a', 'b', 'c'], { minLength: 1 })
  fc.assert(
    fc.property(fc.array(word, { maxLength: 14 }), given, (words, chosen) => {
      const explain = words.join('')
      const { was, rest } = explained(about(explain, ['甲会', '乙会', '丙会'], ['a']), chosen)
      const letters = (text: string) => [...text.replace(/[，；。]/g, '')].sort().join('')
      expect(letters(Object.values(was).join('') + rest)).toBe(letters(explain))
    }),
  )
})
