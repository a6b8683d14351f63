import { expectFault, readTreeInMemory } from './faults'
import { validTree } from './fixture'

const YIDA = 'content/articles/new-democratic/yida.md'
const EVENTS = 'content/events.yml'

describe('the shape of files', () => {
  test('an unknown key in front matter is refused at its line', () => {
    expectFault({
      file: YIDA,
      from: 'shelf: new-democratic\n',
      to: 'shelf: new-democratic\nshelve: x\n',
      on: 'shelve: x',
      says: /不认识的字段 shelve/,
    })
  })
  test('an unknown key in a list entry is refused at its line', () => {
    expectFault({ file: EVENTS, from: '  place: 江西南昌', to: '  plase: 江西南昌', says: /不认识的字段 plase/ })
  })
  test('a missing basis is told with what to write', () => {
    expectFault({ file: YIDA, from: 'basis: recalled\n', to: '', on: 'id: a-0001', says: /缺少依据.*recalled/ })
  })
  test('a basis that is neither recalled nor opened is refused', () => {
    expectFault({ file: YIDA, from: 'basis: recalled', to: 'basis: 网上看到的', says: /basis.*opened 2026/ })
  })
  test('a shelf that does not exist lists the six that do', () => {
    expectFault({
      file: YIDA,
      from: 'shelf: new-democratic',
      to: 'shelf: old-democratic',
      says: /shelf.*new-democratic、construction/,
    })
  })
  test('a day that no calendar has is refused', () => {
    expectFault({ file: EVENTS, from: 'date: 1927-08-01', to: 'date: 1927-02-29', says: /不是日期/ })
  })
  test('an id of the wrong form is refused', () => {
    expectFault({ file: YIDA, from: 'id: a-0001', to: 'id: a-1', says: /编号写法不对；应当写成 a-0001/ })
  })
  test('a file without front matter is refused', () => {
    expectFault({ file: YIDA, from: '---\nid: a-0001', to: 'id: a-0001', on: 'id: a-0001', says: /没有文件头/ })
  })
  test('broken YAML is told in Chinese with its line, and does not make everything that cites the file an error', () => {
    const problems = expectFault({
      file: EVENTS,
      from: '  title: 南昌起义',
      to: '  title: [南昌起义',
      on: '  date: 1927-08-01',
      says: /缩进不对/,
    })
    expect(problems.every(({ file }) => file === EVENTS)).toBe(true)
  })
  test('a repeated key is refused', () => {
    const problems = expectFault({
      file: EVENTS,
      from: '  place: 江西南昌',
      to: '  place: 江西南昌\n  place:  江西',
      on: '  place:  江西',
      says: /写了两次/,
    })
    expect(problems).toHaveLength(1)
  })
  test('text that is not UTF-8 is refused', () => {
    expectFault({ file: EVENTS, from: '江西南昌', to: '江西\uFFFD昌', says: /UTF-8/ })
  })
  test.each([
    '\u0000',
    '\u001B',
    '\u00AD',
    '\u200B',
    '\u200D',
    '\u202E',
    '\u2028',
    '\u3164',
    '\uE001',
    '\uFE00',
    '\uFEFF',
  ])('a character that nobody sees is refused at its line: %j', hidden => {
    const code = hidden.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    expectFault({
      file: EVENTS,
      from: '江西南昌',
      to: `江西${hidden}南昌`,
      says: new RegExp(`看不见的字符 U\\+${code}`),
    })
  })
  test.each([
    ['in YAML', EVENTS, '  place: 江西南昌', '  place: "江西\\u200B南昌"', /看不见的字符 U\+200B/],
    ['in Markdown', YIDA, '会议后来', '会议&#x3164;后来', /看不见的字符 U\+3164/],
    ['in front matter', YIDA, 'title: 石库门里的七天', 'title: "石库门\\u00AD里的七天"', /看不见的字符 U\+00AD/],
  ])('one that is written by its code is refused as well, %s', (_, file, from, to, says) => {
    expectFault({ file, from, to, says })
  })
  test('a radical that looks like a character is refused', () => {
    expectFault({ file: EVENTS, from: '江西南昌', to: '⼭西南昌', says: /“⼭”（U\+2F2D）只是看着像那个字/ })
  })
  test('a mark that leans on a number is refused', () => {
    expectFault({ file: EVENTS, from: '江西南昌', to: '江西南昌3\u0301', says: /附在别的字上的符号 U\+0301/ })
  })
  test('line ends of an old system are told as such, once', () => {
    const { problems } = readTreeInMemory({ ...validTree(), [YIDA]: validTree()[YIDA]!.replaceAll('\n', '\r') })
    expect(problems.filter(it => it.level === 'error' && it.file === YIDA)).toEqual([
      expect.objectContaining({ line: 1, message: expect.stringMatching(/换行是旧式的（CR）/) }),
    ])
  })
  test.each([
    ['- &a [*a]', 1, /用了别名 \*a；应当/],
    ['- id: &a x\n- id: y\n  title: *a', 3, /用了别名 \*a；应当/],
    ['- ? [a, b]\n  : c', 1, /字段名是一组值；应当/],
  ])('what YAML knows and content never needs is refused at its line: %j', (text, line, says) => {
    const { problems } = readTreeInMemory({ ...validTree(), [EVENTS]: text })
    const told = problems.filter(it => it.level === 'error')
    expect(told).toEqual([expect.objectContaining({ file: EVENTS, line, message: expect.stringMatching(says) })])
  })
  test('a figure without a value is refused at the figure', () => {
    expectFault({
      file: EVENTS,
      from: '- { what: 全国党员, value: 50多名 }',
      to: '- { what: 全国党员 }',
      says: /缺少字段 figures.1.value/,
    })
  })
  test.each(['events', 'people', 'works', 'glossary', 'days', 'schedule', 'brand', 'shelves'])(
    'a missing content/%s.yml is one clear error',
    name => {
      const tree = validTree()
      delete tree[`content/${name}.yml`]
      const { problems } = readTreeInMemory(tree)
      expect(problems).toContainEqual(
        expect.objectContaining({
          file: `content/${name}.yml`,
          line: 1,
          message: expect.stringMatching(/没有这个文件/),
        }),
      )
    },
  )
  test.each(['events', 'people', 'glossary', 'days'])('an empty content/%s.yml is one clear error', name => {
    const { problems } = readTreeInMemory({ ...validTree(), [`content/${name}.yml`]: '' })
    expect(problems).toContainEqual(
      expect.objectContaining({ file: `content/${name}.yml`, message: expect.stringMatching(/是空的/) }),
    )
  })
  test('a file in the wrong place is told instead of being left out silently', () => {
    const { problems } = readTreeInMemory({ ...validTree(), 'content/articles/lost.md': '' })
    expect(problems).toContainEqual(
      expect.objectContaining({ file: 'content/articles/lost.md', message: expect.stringMatching(/不该有这个文件/) }),
    )
  })
  test('what names an item that failed its own check is not reported again', () => {
    const problems = expectFault({
      file: 'content/people.yml',
      from: '  name: 毛泽东',
      to: '  nam: 毛泽东',
      says: /不认识的字段 nam/,
    })
    expect(problems.filter(({ file }) => file !== 'content/people.yml')).toEqual([])
  })
})
