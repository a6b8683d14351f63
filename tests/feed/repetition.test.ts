import { expectFault, readTreeInMemory } from './faults'
import { filler } from './filler'
import { validTree } from './fixture'

const YIDA = 'content/articles/new-democratic/yida.md'
const NANCHANG = 'content/articles/new-democratic/nanchang.md'
const AUDIO = 'content/episodes/baitian/wangzhilu.md'
const QUESTIONS = 'content/questions/all.yml'

describe('repetition', () => {
  const sentence = '江上的船一只接一只地靠了岸。'
  function told(a: string, b: string, where = NANCHANG) {
    const tree = validTree()
    tree[YIDA] = tree[YIDA]!.replace('第二次提起。', `第二次提起。${a}`)
    tree[where] = tree[where]!.replace('\n\n', () => `\n\n${b}\n\n`)
    return readTreeInMemory(tree).problems.map(({ message }) => message)
  }
  test('a sentence that stands in two articles is refused where it stands again', () => {
    const first = filler(2, 500).split('。')[0]!
    expectFault({
      file: YIDA,
      from: '第二次提起。',
      to: `第二次提起。${first}。`,
      on: '[毛泽东]',
      says: /也写在 content\/articles\/new-democratic\/nanchang.md:\d+/,
    })
  })
  test('spaces, quotation marks and numerals do not make it another sentence', () => {
    expect(told('那天晚上有“十三个人”坐在船上。', '那天晚上，有13个人坐在船上！')).toContainEqual(
      expect.stringMatching(/也写在/),
    )
  })
  test('scripts repeat no sentence of an article either', () => {
    expect(told(sentence, sentence, AUDIO)).toContainEqual(expect.stringMatching(/也写在/))
  })
  test('short sentences and famous sayings may recur', () => {
    expect(
      told(
        '船靠了岸。“星星之火，可以燎原，星星之火，可以燎原。”',
        '船靠了岸。“星星之火，可以燎原，星星之火，可以燎原。”',
      ),
    ).toEqual([])
  })
  test('two articles that are nearly the same are refused', () => {
    const tree = validTree()
    tree[NANCHANG] = tree[NANCHANG]!.replace(filler(2, 500), filler(1, 500))
    expect(readTreeInMemory(tree).problems).toContainEqual(
      expect.objectContaining({ message: expect.stringMatching(/的正文有 \d+% 相同/) }),
    )
  })
  test('two questions that ask the same and have the same answer are refused', () => {
    const tree = validTree()
    tree[QUESTIONS] += tree[QUESTIONS]!.split('- id: q-00002')[0]!
      .replace('q-00001', 'q-00006')
      .replace('哪里继续开会？', '哪里继续开会')
    const { problems } = readTreeInMemory(tree)
    expect(problems).toEqual([
      {
        file: QUESTIONS,
        line: tree[QUESTIONS]!.split('\n').findIndex(row => row.includes('q-00006')) + 3,
        level: 'error',
        message: expect.stringMatching(/与 q-00001（.*）几乎是同一道题/),
      },
    ])
  })
})
