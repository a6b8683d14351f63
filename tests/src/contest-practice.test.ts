import type { Question } from '@domain/catalog/types'
import { isContestKind, practiceDraw, practiceService } from '@/subpackages/contest/run/practice'

jest.mock('@tarojs/taro', () => ({ __esModule: true, default: {} }))

const base = {
  hash: '',
  explain: '因为原文这样写',
  evidence: { article: 'a-0001', block: 'e1' },
  difficulty: 1 as const,
  shelf: 'reform' as const,
  period: 'reform' as const,
  people: [],
}
const options = ['对', '错一', '错二'].map((text, i) => ({ id: 'abc'[i]!, text }))
const POOL: Question[] = [
  { ...base, id: 'q-00001', type: 'single', stem: '一', options, answer: 'a' },
  { ...base, id: 'q-00002', type: 'multiple', stem: '二', options, answer: ['a', 'b'] },
  { ...base, id: 'q-00003', type: 'judge', stem: '三', answer: false },
  { ...base, id: 'q-00004', type: 'fill', stem: '____', answer: [['四']] },
]
const ASKED = POOL.filter(isContestKind)
const OF = { try: 1, device: 'practice' }

function round(kind: 'question' | 'paper', seconds = 30) {
  let now = 0
  const service = practiceService(ASKED, { kind, seconds }, 'seed', () => now)
  return { service, pass: (ms: number) => void (now += ms) }
}

/** Ids, as they are shown, of what is right. */
function right(asked: { stem: string; options: { id: string; text: string }[] }): string[] {
  if (asked.stem === '三') return ['false']
  const wanted = asked.stem === '一' ? ['对'] : ['对', '错一']
  return asked.options.filter(it => wanted.includes(it.text)).map(it => it.id)
}

test('the kinds that a contest asks are practised, and no other', () => {
  expect(ASKED.map(it => it.type)).toEqual(['single', 'multiple', 'judge'])
})

test('one question at a time, graded on the phone, told at the end', async () => {
  const { service } = round('question')
  await expect(service.question({ ...OF, n: 1 })).rejects.toMatchObject({ code: 'early' })
  for (const n of [0, 1, 2]) {
    const { question } = await service.question({ ...OF, n })
    const given = right(question!)
    expect(JSON.stringify(question)).not.toMatch(/answer|explain/)
    const ack = await service.answer({ ...OF, n, given, next: false })
    expect(ack).toMatchObject({ n, late: false, finished: n === 2 })
    await expect(service.answer({ ...OF, n, given, next: false })).rejects.toMatchObject({ code: 'answered' })
  }
})

test('all right is all right, whatever order the options came in', async () => {
  const { service } = round('paper')
  let { question } = await service.question({ ...OF, n: 0 })
  while (question) {
    question = (await service.answer({ ...OF, n: question.n, given: right(question), next: true })).question
  }
  expect(service.practised().map(it => it.right)).toEqual([true, true, true])
  expect((await service.resume({ device: 'practice' })).state).toBe('finished')
})

test('a question whose time is over is passed by, and an answer to it is late', async () => {
  const { service, pass } = round('question')
  const { question } = await service.question({ ...OF, n: 0 })
  pass(33_000)
  expect(await service.answer({ ...OF, n: 0, given: right(question!), next: false })).toMatchObject({ late: true })
  expect(service.practised()[0]!.right).toBe(false)
  await service.question({ ...OF, n: 1 })
  pass(33_000)
  expect(await service.question({ ...OF, n: 1 })).toMatchObject({ passed: 1, question: { n: 2, leftMs: 30_000 } })
})

test('a paper whose time is over is handed in', async () => {
  const { service, pass } = round('paper', 60)
  await service.question({ ...OF, n: 0 })
  pass(61_000)
  expect(await service.question({ ...OF, n: 0 })).toMatchObject({ finished: true, question: undefined })
})

test('a practice round draws from the demonstration questions alone, and from all where the feed has too few', () => {
  const marked = POOL.map(it => (it.id === 'q-00002' || it.id === 'q-00004' ? { ...it, demo: true as const } : it))
  expect(practiceDraw(marked, 1, 'seed')).toEqual(['q-00002'])
  expect(practiceDraw(marked, 2, 'seed')).toHaveLength(2)
  expect([...practiceDraw(POOL, 3, 'seed')].sort()).toEqual(['q-00001', 'q-00002', 'q-00003'])
  expect(practiceDraw(POOL.slice().reverse(), 3, 'seed')).toEqual(practiceDraw(POOL, 3, 'seed'))
})
