import type { EverydayFile } from '../../domain/search/query'
import { compileBundle } from '../../scripts/feed/compile/bundle'
import { readTreeInMemory } from './faults'
import { validTree } from './fixture'

const FILE = 'content/everyday.yml'
const read = (text: string) => readTreeInMemory({ ...validTree(), [FILE]: text })
const said = (text: string) =>
  read(text)
    .problems.map(it => it.message)
    .join('\n')
const written = (corpus: Parameters<typeof compileBundle>[0]) =>
  JSON.parse(compileBundle(corpus).get('everyday.json')!) as EverydayFile

test('a feed without everyday words is whole', () => {
  const { corpus, problems } = readTreeInMemory(validTree())
  expect(problems).toEqual([])
  expect(written(corpus)).toEqual([])
})

test('what people say reaches the feed with the names it means', () => {
  const { corpus, problems } = read('- { say: [头一次大会, 开头的会], means: [中共一大] }\n')
  expect(problems).toEqual([])
  expect(written(corpus)).toEqual([[['头一次大会', '开头的会'], ['中共一大']]])
})

test('what it means is there, and a saying stands once and is a word', () => {
  expect(said('- { say: [头一次大会], means: [没有的事] }\n')).toMatch(/没有叫“没有的事”的/)
  expect(said('- { say: [会], means: [中共一大] }\n')).toMatch(/“会”太短/)
  expect(said('- { say: [大会], means: [中共一大] }\n- { say: [“大会”], means: [中共一大] }\n')).toMatch(/写了两次/)
  expect(said('- { say: [], means: [中共一大] }\n')).toMatch(/至少写一种说法/)
})
