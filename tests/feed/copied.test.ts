import fc from 'fast-check'
import { assemble } from '../../scripts/feed/corpus/assemble'
import { checkCopied } from '../../scripts/feed/checks/copied'
import { recordedWords } from '../../scripts/feed/overlap/recorded'
import { parseFile, type ParsedFile } from '../../scripts/feed/read/parse-file'
import { SOURCES, validTree, type Tree } from './fixture'

const YIDA = 'content/articles/new-democratic/yida.md'
const COPIED = 'content/rules/copied.yml'
const WORDS = '山坡上的人把粮食分给路过的队伍吃了'
const SAYS = '应当用自己的话说，是谁的话就加引号写明，只能这样叫的在 content/rules/copied.yml 写理由'

/** The valid tree with a sentence in an article, and words that were recorded of a source at an event. */
function treeWith(sentence: string, words: string, rows = ''): Tree {
  const tree: Tree = { ...validTree(), 'content/sources/chronicle.yml': SOURCES, ...(rows && { [COPIED]: rows }) }
  tree[YIDA] = tree[YIDA]!.replace('也在座，', `也在座，${sentence}`)
  tree['content/events.yml'] = tree['content/events.yml']!.replace(
    'basis: recalled',
    () => `sources: [{ id: dashiji, row: "19210723", words: ${JSON.stringify(words)} }]`,
  )
  return tree
}
const parsed = new Map<string, ParsedFile>()
/** Most files are those of the last test's. */
function parse(name: string, text: string): ParsedFile {
  const key = `${name}\n${text}`
  const file = parsed.get(key) ?? parseFile({ name, text, sha256: '' })
  parsed.set(key, file)
  return file
}
const filesOf = (tree: Tree) => Object.entries(tree).map(([name, text]) => parse(name, text))
function told(tree: Tree): string[] {
  const files = filesOf(tree)
  return checkCopied(files, assemble(files).corpus.copied).map(
    ({ file, line, message }) => `${file}:${line} ${message}`,
  )
}
const lineOf = (tree: Tree, words: string) => tree[YIDA]!.slice(0, tree[YIDA]!.indexOf(words)).split('\n').length

describe('sixteen characters running of what was recorded of a source', () => {
  test('are an error with their place, the run and the source', () => {
    const tree = treeWith(`${WORDS}。`, `据说，${WORDS}`)
    expect(told(tree)).toEqual([`${YIDA}:${lineOf(tree, WORDS)} “${WORDS}”是来源 dashiji 的原话；${SAYS}`])
  })
  test.each([
    ['other punctuation', '山坡上的人，把粮食分给路过的队伍吃了。', '山坡上的人 把粮食分给“路过的队伍”吃了'],
    ['traditional characters', '紧挨着马路边有一幢独立的两层小楼房。', '緊挨著馬路邊有一幢獨立的兩層小樓房'],
    ['other numerals', '头一年种下两千多亩落叶松，活下来不到百分之八。', '头一年种下2000多亩落叶松,活下来不到8%'],
    ['a year in Chinese', '一九四九年山坡上的人把粮食分给了路过的队伍。', '1949年山坡上的人把粮食分给了路过的队伍'],
    ['廿', '廿八户人把粮食分给路过的队伍吃了又走。', '２８户人把粮食分给路过的队伍吃了又走'],
    [
      'a link and emphasis',
      '山坡上的**人把**粮食分给[周恩来](person:zhou-enlai)的队伍吃了又走。',
      '山坡上的人把粮食分给周恩来的队伍吃了又走',
    ],
    [
      'a word in quotation marks among them',
      `山坡上的人把粮食分给“路过”的队伍吃了又走。`,
      '山坡上的人把粮食分给路过的队伍吃了又走',
    ],
  ])('are found in %s', (_, sentence, words) => {
    expect(told(treeWith(sentence, words))).toHaveLength(1)
  })
  test.each([
    ['fifteen', '山坡上的人把粮食分给路过的队伍。', '山坡上的人把粮食分给路过的队伍，'],
    ['what is quoted', `他说“${WORDS}”。`, WORDS],
    ['what is quoted inside', `他说‘${WORDS}’。`, WORDS],
    ['a title', `《${WORDS}》出版。`, WORDS],
    [
      'dates and names',
      '1921年7月23日，中国共产党第一次全国代表大会在上海',
      '1921年7月23日中国共产党第一次全国代表大会在上海',
    ],
    [
      'offices with their holders',
      '政务院总理周恩来、国务院总理周恩来和毛泽东都',
      '政务院总理周恩来国务院总理周恩来和毛泽东都',
    ],
    ['the result of a vote', '以2799票赞成、52票反对、37票弃权', '以2799票赞成、52票反对、37票弃权'],
    ['a list of names', '大连、秦皇岛、天津、烟台、青岛、连云港', '大连、秦皇岛、天津、烟台、青岛、连云港'],
    ['another number', '那里的113户人把粮食分给队伍吃了。', '13户人把粮食分给队伍吃了'],
  ])('are not found in %s', (_, sentence, words) => {
    expect(told(treeWith(sentence, words))).toEqual([])
  })
  test('are found in events, days and questions, and in the words of a footnote as well', () => {
    const tree = treeWith('', '会场被搜查以后改在船上开会，代表一个一个上了船')
    tree['content/questions/all.yml'] = tree['content/questions/all.yml']!.replace(
      '会场被搜查以后改在船上开会',
      '会场被搜查以后改在船上开会代表一个',
    )
    tree['content/days.yml'] = tree['content/days.yml']!.replace('01-02 这一天的事', `01-02 ${WORDS}`)
    tree[YIDA] += `\n[^1]: ttd ${WORDS}\n`
    expect(told(tree)).toEqual([
      expect.stringMatching(/^content\/days\.yml:\d+ “山坡.*来源 ttd /u),
      expect.stringMatching(/^content\/questions\/all\.yml:\d+ “会场.*来源 dashiji /u),
    ])
  })
  test('may be shown by a film as somebody’s words', () => {
    const scene = (kind: string) => ({
      ...treeWith('', WORDS),
      'content/episodes/gushi/nanhu.scenes.yml': `scenes:\n  - kind: ${kind}\n    text: ${WORDS}\n    by: 周恩来\n`,
    })
    expect(told(scene('quotation'))).toEqual([])
    expect(told(scene('title'))).toHaveLength(1)
  })
  test('stand in what is withheld as they like', () => {
    const tree = treeWith('', WORDS)
    tree['content/withheld/events.yml'] = `- id: x\n  summary: ${WORDS}\n`
    expect(told(tree)).toEqual([])
  })
})

describe('a row of content/rules/copied.yml', () => {
  const row = (more: string) => `- { words: ${WORDS}, ${more}because: 碑文 }\n`
  test('lets its words stand, in one file or in all', () => {
    for (const where of ['', `file: ${YIDA}, `]) expect(told(treeWith(`${WORDS}。`, WORDS, row(where)))).toEqual([])
  })
  test('lets nothing longer stand, and nothing elsewhere', () => {
    expect(told(treeWith(`${WORDS}又走。`, `${WORDS}又走`, row('')))).toHaveLength(2)
    expect(told(treeWith(`${WORDS}。`, WORDS, row('file: content/days.yml, ')))).toHaveLength(2)
  })
  test('is an error once nothing stands so any more', () => {
    expect(told(treeWith('', WORDS, row('')))).toEqual([
      `${COPIED}:1 已经没有一处这样写，或者没有一个来源这样写；应当删去这一行`,
    ])
    expect(told(treeWith(`“${WORDS}”`, WORDS, row('')))).toHaveLength(1)
  })
  test.each([
    ['without a reason', `- { words: ${WORDS} }`, /缺少字段 because/u],
    ['of fewer than sixteen characters', '- { words: 山坡上的人, because: 碑文 }', /不到十六个字/u],
    [
      'of something that is no text of ours',
      `- { words: ${WORDS}, file: docs/a.md, because: 碑文 }`,
      /不是内容的文件/u,
    ],
  ])('%s is refused', (_, rows, says) => {
    const { problems } = assemble(filesOf(treeWith('', WORDS, `${rows}\n`)))
    expect(problems.map(({ file, message }) => `${file} ${message}`)).toContainEqual(
      expect.stringMatching(new RegExp(`^${COPIED} .*${says.source}`, 'u')),
    )
  })
})

test('words are recorded of whoever had them first, however often', () => {
  const tree = treeWith('', WORDS)
  tree[YIDA] += `\n[^1]: ttd ${WORDS}\n`
  expect([...recordedWords(filesOf(tree)).values()]).toEqual(['dashiji'])
})

const chinese = (value: number) => {
  const digits = '零一二三四五六七八九'
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || tens === 0 ? digits[ones] : ''}`
}

test('a copy is found however its numerals are written, and fewer than sixteen characters never', () => {
  const prose = fc
    .array(fc.constantFrom(...'山坡上的人把粮食分给路过队伍吃了又走'), { minLength: 1, maxLength: 9 })
    .map(it => it.join(''))
  const parts = fc.array(fc.tuple(prose, fc.integer({ min: 11, max: 99 })), { minLength: 1, maxLength: 4 })
  const events = filesOf(validTree()).filter(({ name }) => name === 'content/events.yml')
  fc.assert(
    fc.property(parts, it => {
      const ours = it.map(([words, number]) => `${words}${chinese(number)}`).join('')
      const theirs = it.map(([words, number]) => `${words}${number}`).join('，')
      const files = [
        parseFile({ name: 'content/glossary.yml', text: `- { id: a, text: ${ours} }\n`, sha256: '' }),
        parseFile({
          name: 'content/people.yml',
          text: `- { id: b, sources: [{ id: s, words: '${theirs}' }] }\n`,
          sha256: '',
        }),
        ...events,
      ]
      const words = it.reduce((sum, [said]) => sum + said.length, 0)
      expect(checkCopied(files, [])).toHaveLength(ours.length >= 16 && words >= 9 ? 1 : 0)
    }),
  )
})
