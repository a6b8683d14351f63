import { compileBundle } from '../../scripts/feed/compile/bundle'
import { checkLock, parseLock, writeLock } from '../../scripts/feed/corpus/ids-lock'
import { readTreeInMemory } from './faults'
import { article, validTree, type Tree } from './fixture'

const NANCHANG = 'content/articles/new-democratic/nanchang.md'
const AWAY = 'content/withheld/articles/new-democratic/nanchang.md'

const told = (tree: Tree) => readTreeInMemory(tree).problems.map(it => `${it.file}:${it.line} ${it.message}`)

/** Takes one entry out of a list file and puts it into `content/withheld`. */
function withhold(tree: Tree, name: string, id: string): Tree {
  const file = `content/${name}`
  const items = tree[file]!.split(/^(?=- )/mu)
  const item = items.find(it => it.startsWith(`- id: ${id}\n`))!
  const away = `content/withheld/${name.replace('/', '-')}`
  return {
    ...tree,
    [file]: items.filter(it => it !== item).join(''),
    [away]: `${item.trimEnd()}\n  withheld: 没有找到来源\n`,
  }
}

function withholdArticle(): Tree {
  const { [NANCHANG]: text, ...tree } = validTree()
  return { ...tree, [AWAY]: text!.replace('basis:', 'withheld: "没有找到来源"\nbasis:') }
}

describe('what is withheld', () => {
  test('is read, and is not in the feed', () => {
    const tree = {
      ...validTree(),
      'content/withheld/people-ref.yml':
        '- id: liu-hulan\n  name: 刘胡兰\n  summary: 烈士。\n  basis: recalled\n  verify_in: [jianshi]\n  withheld: 没有找到来源\n',
    }
    const { corpus, problems } = readTreeInMemory(tree)
    expect(problems).toEqual([])
    expect(corpus.withheld).toMatchObject([
      { kind: 'person', reason: '没有找到来源', value: { id: 'liu-hulan', title: '刘胡兰' } },
    ])
    expect([...compileBundle(corpus)]).toEqual([...compileBundle(readTreeInMemory(validTree()).corpus)])
  })
  test('says why', () => {
    const tree = withholdArticle()
    tree[AWAY] = tree[AWAY]!.replace('withheld: "没有找到来源"\n', '')
    expect(told(tree)).toContainEqual(
      expect.stringMatching(/withheld\/articles\/new-democratic\/nanchang.md:\d+ 没有说明为什么撤下；应当/),
    )
  })
  test('has the fields of what is shipped', () => {
    const tree = withhold(validTree(), 'events.yml', 'nanchang-qiyi')
    tree['content/withheld/events.yml'] = tree['content/withheld/events.yml']!.replace('place:', 'plac:')
    expect(told(tree)).toContainEqual(expect.stringMatching(/withheld\/events.yml:\d+ .*不认识的字段 plac/))
  })
  test('has an id of its own', () => {
    const tree = validTree()
    tree[AWAY] = tree[NANCHANG]!.replace('basis:', 'withheld: 原因\nbasis:')
    expect(told(tree)).toContainEqual(
      expect.stringMatching(/编号 a-0002 已经用在 content\/articles\/new-democratic\/nanchang.md/),
    )
  })
  test('days may say why for each entry', () => {
    const tree = {
      ...validTree(),
      'content/withheld/days.yml':
        '- day: 07-23\n  entries:\n    - { year: 1922, text: 某事。, basis: recalled, verify_in: [jianshi], withheld: 没有来源 }\n',
    }
    expect(told(tree)).toEqual([])
    tree['content/withheld/days.yml'] = tree['content/withheld/days.yml'].replace(', withheld: 没有来源', '')
    expect(told(tree)).toEqual([expect.stringMatching(/没有说明为什么撤下/)])
  })
  test('a file of another kind is told', () => {
    expect(told({ ...validTree(), 'content/withheld/lost.yml': '[]' })).toEqual([
      expect.stringMatching(/不该有这个文件/),
    ])
  })
})

describe('what is shipped leans on nothing withheld', () => {
  test('articles: relations, links, questions, scripts and the schedule are told with the reason', () => {
    const all = told(withholdArticle())
    const reason = '已经撤到 content/withheld/articles/new-democratic/nanchang.md（没有找到来源）'
    expect(all).toContainEqual(expect.stringContaining(`related 里的 a-0002 ${reason}；应当`))
    expect(all).toContainEqual(expect.stringContaining(`q-00003 的证据文章 a-0002 ${reason}；应当`))
    expect(all).toContainEqual(expect.stringContaining(`课程表里的 a-0002 ${reason}；应当换成`))
    for (const message of all) expect(message).toMatch(/应当/)
  })
  test('the schedule is offered an item of the same shelf that it does not name yet', () => {
    const tree = withholdArticle()
    const free = (id: string, shelf: string, date: string) =>
      article({
        id,
        title: `空着的一篇${id}`,
        shelf,
        date,
        related: 'a-0001, a-0003',
        seed: Number(id.slice(-1)) * 100,
        paragraphs: '空。',
      })
    tree['content/articles/construction/free.md'] = free('a-0004', 'construction', '1950')
    tree['content/articles/new-democratic/free.md'] = free('a-0005', 'new-democratic', '1930')
    expect(told(tree)).toContainEqual(expect.stringMatching(/课程表里的 a-0002 .*；应当换成 a-0005$/))
  })
  test('events: citations and days are told with the reason', () => {
    const all = told(withhold(validTree(), 'events.yml', 'nanchang-qiyi'))
    expect(all).toContainEqual(
      expect.stringMatching(
        /nanchang.md:\d+ 引文“1927年8月1日”指向的 nanchang-qiyi 已经撤到 content\/withheld\/events.yml（没有找到来源）；应当/,
      ),
    )
    expect(all).toContainEqual(expect.stringMatching(/days.yml:\d+ entries.*nanchang-qiyi 已经撤到/))
  })
  test('people: citations and events are told with the reason', () => {
    const all = told(withhold(validTree(), 'people.yml', 'zhou-enlai'))
    expect(all).toContainEqual(expect.stringMatching(/events.yml:\d+ people 里的 zhou-enlai 已经撤到/))
    expect(all).toContainEqual(expect.stringMatching(/nanchang.md:\d+ 引文“周恩来”指向的 zhou-enlai 已经撤到/))
  })
})

describe('ids of what is withheld', () => {
  const lock = writeLock([], readTreeInMemory(validTree()).corpus)
  const { locked } = parseLock(lock)
  const corpus = readTreeInMemory(withhold(validTree(), 'events.yml', 'nanchang-qiyi')).corpus

  test('wait: recording notes it, their title stays, and leaving it unrecorded is a reminder', () => {
    expect(checkLock(locked, corpus, [])).toEqual([
      expect.objectContaining({
        level: 'warning',
        message: expect.stringMatching(/nanchang-qiyi 已经撤到 content\/withheld；应当/),
      }),
    ])
    const recorded = writeLock(locked, corpus)
    expect(recorded).toContain('\nnanchang-qiyi event withheld 南昌起义\n')
    expect(checkLock(parseLock(recorded).locked, corpus, [])).toEqual([])
  })
  test('may come back', () => {
    const waiting = parseLock(writeLock(locked, corpus)).locked
    const back = readTreeInMemory(validTree()).corpus
    expect(checkLock(waiting, back, [])).toEqual([
      expect.objectContaining({ level: 'warning', message: expect.stringMatching(/已经回来了；应当/) }),
    ])
    expect(writeLock(waiting, back)).toBe(lock)
  })
  test('must not be lost, retired or given to something else', () => {
    const waiting = parseLock(writeLock(locked, corpus)).locked
    const { events, ...rest } = readTreeInMemory(validTree()).corpus
    const lost = { ...rest, events: events.filter(({ value }) => value.id !== 'nanchang-qiyi') }
    expect(checkLock(waiting, lost, [])).toEqual([
      expect.objectContaining({ level: 'error', message: expect.stringMatching(/现在没有了/) }),
    ])
    const retired = parseLock(lock.replace('nanchang-qiyi event ', 'nanchang-qiyi event retired ')).locked
    expect(checkLock(retired, corpus, [])).toEqual([
      expect.objectContaining({ level: 'error', message: expect.stringMatching(/已经作废/) }),
    ])
    const other = {
      ...corpus,
      withheld: corpus.withheld.map(it => ({ ...it, value: { ...it.value, title: '别的事' } })),
    }
    expect(checkLock(locked, other, [])).toEqual([
      expect.objectContaining({ level: 'error', message: expect.stringMatching(/现在是《别的事》/) }),
    ])
  })
})
