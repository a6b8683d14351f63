import { isQuestion, readQuestion } from '@domain/search/question'

test.each([
  ['遵义会议是哪一年开的？', 'when'],
  ['毛主席是啥时候走的', 'when'],
  ['我想问一下，大包干是哪一年的事情', 'when'],
  ['上甘岭打了几天', 'figure'],
  ['小岗村有几户人按手印', 'figure'],
  ['港珠澳大桥有多长', 'figure'],
  ['雷锋牺牲时多大', 'age'],
  ['雷锋牺牲的时候几岁', 'age'],
  ['中共一大在哪里开的', 'where'],
  ['毛泽东的老家在哪里', 'where'],
  ['谁领导了南昌起义', 'who'],
  ['参加中共一大的有哪些人', 'who'],
  ['江姐为啥被抓了', 'why'],
  ['什么是统购统销', 'what'],
  ['三湾改编是怎么回事', 'what'],
  ['南昌起义那天下雨了吗', 'words'],
])('%s asks for: %s', (question, kind) => {
  expect(readQuestion(question).kind).toBe(kind)
})

test('what is counted is read off the question', () => {
  expect(['43天', '190万发'].map(it => readQuestion('上甘岭打了多少天').unit!.test(it))).toEqual([true, false])
  expect(readQuestion('一大有多少代表').unit).toBeUndefined()
  // 月 of 月球 is no month.
  expect(readQuestion('带回来多少月球样品')).toMatchObject({ rest: '带回来 月球样品' })
})

test('a word to look for is no question', () => {
  expect(['八一起义', '1935年1月', '周总理', '从前是牛马，现在要做人', '毛泽东的老家'].filter(isQuestion)).toEqual([])
  expect(['改革开放是哪一年', '什么是统一战线', '谁是焦裕禄？'].filter(it => !isQuestion(it))).toEqual([])
})
