import fs from 'node:fs'
import type { ActivitiesFile } from '../../domain/contract/activity-kinds'
import { compileBundle } from '../../scripts/feed/compile/bundle'
import { readTreeInMemory } from './faults'
import { validTree } from './fixture'

const FILE = 'content/rules/activities.yml'
const own = () => fs.readFileSync(FILE, 'utf8')
const withKinds = (text: string) => readTreeInMemory({ ...validTree(), [FILE]: text })
const said = (text: string) =>
  withKinds(text)
    .problems.map(it => `${it.file}:${it.line} ${it.message}`)
    .join('\n')

test('a feed without kinds of activities is whole; with them it holds them as the district wrote them', () => {
  const kindsOf = (tree: ReturnType<typeof readTreeInMemory>) =>
    (JSON.parse(compileBundle(tree.corpus).get('activities.json')!) as ActivitiesFile).kinds
  expect(kindsOf(readTreeInMemory(validTree()))).toEqual([])
  expect(said(own())).toBe('')
  // 办实事 by another name, and a step more: the file is the district's.
  const edited = own().replace('title: 我为群众办实事', 'title: 民生实事').replace('title: 办理中', 'title: 转办')
  const deed = kindsOf(withKinds(edited)).find(it => it.id === 'deed')!
  expect([deed.title, deed.states[1]!.title]).toEqual(['民生实事', '转办'])
})

test('a kind that cannot be used is told with its line', () => {
  const line =
    own()
      .split('\n')
      .findIndex(it => it.includes('expected: named')) + 1
  expect(said(own().replace('expected: named', 'expected: some'))).toMatch(
    new RegExp(`activities.yml:${line} .*应当写 all、committee、named 或 nobody`),
  )
  expect(said(own().replace('id: lead-reading', 'id: group-study'))).toMatch(/有两种的 id 一样/)
  expect(said(own().replace('needed: always }', 'needed: sometimes }'))).toMatch(/应当写 always 或 done/)
  expect(said('kinds: []\n')).toMatch(/没有种类/)
  expect(said(own().replace(/states: \[\{ id: planned, title: 计划 \}, /, 'states: ['))).toMatch(/少于两个状态/)
})
