import { compileBundle } from '../../scripts/feed/compile/bundle'
import type { QuestionVolume } from '../../domain/catalog/types'
import { readTreeInMemory } from './faults'
import { validTree } from './fixture'

const withPaper = (...ids: string[]) =>
  readTreeInMemory({ ...validTree(), 'content/demo-paper.yml': `questions: [ ${ids.join(', ')} ]\n` })
const said = (...ids: string[]) =>
  withPaper(...ids)
    .problems.map(it => it.message)
    .join('\n')

test('the demonstration paper names questions that are there, and no article has two', () => {
  expect(said('q-09999')).toMatch(/演示题 q-09999 不存在/)
  expect(said('q-00001', 'q-00002')).toMatch(/q-00002 和 q-00001 都出自 a-0001/)
})

test('every shelf, difficulty and kind has the share that was laid down', () => {
  expect(said('q-00001')).toMatch(/演示题里 new-democratic 单选 有 1 道，应当 10 道/)
  expect(said('q-00001')).toMatch(/new-democratic 难度一 有 1 道，应当 7 道/)
  expect(said('q-00004')).toMatch(/new-democratic 填空 有 1 道，应当 0 道/)
})

test('a question of the paper says so in the feed, and no other', () => {
  const bundle = compileBundle(withPaper('q-00003').corpus)
  const { questions } = JSON.parse(bundle.get('questions-new-democratic.json')!) as QuestionVolume
  expect(questions.filter(it => it.demo).map(it => it.id)).toEqual(['q-00003'])
  expect(questions.length).toBeGreaterThan(1)
})
