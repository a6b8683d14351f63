import type { CoursesFile } from '../../domain/catalog/courses'
import { compileBundle } from '../../scripts/feed/compile/bundle'
import { readTreeInMemory } from './faults'
import { validTree } from './fixture'

const FILE = 'content/courses.yml'
const week = (...items: string[]) => `    - title: 一周\n      items: [ ${items.join(', ')} ]\n`
const course = (...weeks: string[]) => `- id: one\n  title: 课程\n  note: 说明\n  weeks:\n${weeks.join('')}`
const withCourses = (text: string) => readTreeInMemory({ ...validTree(), [FILE]: text })
const said = (text: string) =>
  withCourses(text)
    .problems.map(it => it.message)
    .join('\n')

const EXISTS = week('a-0001', 'a-0002', '{ quiz: a-0001 }')

test('a feed without courses is whole', () => {
  const { corpus, problems } = readTreeInMemory(validTree())
  expect(problems).toEqual([])
  expect(JSON.parse(compileBundle(corpus).get('courses.json')!)).toEqual({ courses: [] } satisfies CoursesFile)
})

test('what a course names is there, stands in it once, and a quiz comes after its article', () => {
  expect(said(course(EXISTS, week('a-9999', 'e-9999', 'a-0003'), EXISTS, EXISTS))).toMatch(/a-9999 不存在/)
  expect(said(course(EXISTS, EXISTS, EXISTS, EXISTS))).toMatch(/a-0001 在课程里写了两次/)
  expect(said(course(week('{ quiz: a-0001 }', 'a-0001', 'a-0002'), EXISTS, EXISTS, EXISTS))).toMatch(
    /a-0001 的题排在文章前面/,
  )
})

test('a course has four weeks of three things and more', () => {
  expect(said(course(EXISTS, EXISTS, EXISTS))).toMatch(/不是四周/)
  expect(said(course(EXISTS, EXISTS, EXISTS, week('a-0001', 'a-0002')))).toMatch(/不到三件/)
  expect(said(course(EXISTS, EXISTS, EXISTS, week('a-0001', 'a-0002', 'x')))).toMatch(/不认得/)
})
