import { readTreeInMemory } from './faults'
import { validTree } from './fixture'

const FOUNDING = 'summary: 首都军民在天安门广场集会，庆祝中央人民政府成立。\n'

test('a history that events belong to is not left without an article', () => {
  const tree = validTree()
  const events = tree['content/events.yml']!
  const founding = `${FOUNDING}  histories: [party, socialism]\n`
  // One of three that its article cites.
  tree['content/events.yml'] = events.replace(FOUNDING, founding)
  const [problem, ...others] = readTreeInMemory(tree).problems
  expect(others).toEqual([])
  expect(problem).toMatchObject({ file: 'content/shelves.yml', level: 'error' })
  expect(problem!.message).toMatch(/^“社会主义发展史”有事件，却没有一篇文章：.+应当/)
  const line = tree['content/shelves.yml']!.split('\n')[problem!.line - 1]
  expect(line).toContain('id: socialism')

  // Two of three.
  tree['content/events.yml'] = tree['content/events.yml'].replace(
    'title: 南昌起义\n',
    'title: 南昌起义\n  histories: [party, socialism]\n',
  )
  expect(readTreeInMemory(tree).problems).toEqual([])
})
