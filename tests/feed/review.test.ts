import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ExcelJS from 'exceljs'
import { checkSigned } from '../../scripts/feed/checks/approved'
import { withApproval, withoutApproval } from '../../scripts/feed/review/approve'
import { readReview, type Review } from '../../scripts/feed/review/read-back'
import { reviewRows, type ReviewRow } from '../../scripts/feed/review/rows'
import { COLUMNS, reviewWorkbook, SHEET } from '../../scripts/feed/review/workbook'
import { signatureOf } from '../../scripts/feed/review/signature'
import { runReview } from '../../scripts/feed/review'
import { readTreeInMemory } from './faults'
import type { Tree } from './fixture'
import { sourcedTree } from './sourced-tree'
import { writeTree } from './written-tree'

const SHELF = 'new-democratic'
const YIDA = 'content/articles/new-democratic/yida.md'
const keys = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]
const letterOf = (column: keyof typeof COLUMNS) => String.fromCharCode(65 + keys.indexOf(column))

/** Opens a workbook, lets somebody write into it, and saves it. */
async function filled(bytes: Uint8Array, write: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0])
  write(book.getWorksheet(SHEET)!)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

describe('the review workbook', () => {
  const { corpus } = readTreeInMemory(sourcedTree())
  const rows = reviewRows(corpus, SHELF)
  const own = rows.filter(({ item }) => item === 'a-0001')
  /** Sheet row of an item's sentence. */
  const at = (row: ReviewRow) => rows.indexOf(row) + 2
  const set = (sheet: ExcelJS.Worksheet, column: keyof typeof COLUMNS, row: ReviewRow, words: string) => {
    sheet.getCell(`${letterOf(column)}${at(row)}`).value = words
  }
  async function review(write: (sheet: ExcelJS.Worksheet) => void): Promise<Review> {
    return readReview(await filled(await reviewWorkbook(rows), write), rows)
  }
  const allRight = (sheet: ExcelJS.Worksheet) => {
    for (const row of own) set(sheet, 'verdict', row, '对')
    set(sheet, 'reviewer', own[3]!, '张三')
  }

  test('has every sentence that is shown, with the sources’ own words and where they stand', () => {
    expect(own.slice(0, 3).map(({ part, sentence }) => [part, sentence])).toEqual([
      ['题目', '石库门里的七天'],
      ['所讲的事', '中共一大 · 1921年7月'],
      ['摘要', '这是《石库门里的七天》的一句话介绍，列表和分享时用。'],
    ])
    const cited = own.find(({ sentence }) => sentence.startsWith('1921年7月23日'))!
    expect(cited).toMatchObject({ part: '正文', file: 'content/articles/new-democratic/yida.md', line: 16 })
    expect(cited.words).toBe('“1921年7月23日，中国共产党第一次全国代表大会在上海开幕”（1921年7月23日一条）')
    expect(cited.sources).toMatch(
      /^《中国共产党一百年大事记》，新华社（2021年6月28日），2026年11月28日查阅，存档副本 http:\/\/example\.org\/dashiji\.html\n脚注和卡片另有 1 句$/,
    )
    expect(own.map(({ part }) => part)).toEqual(expect.arrayContaining(['为什么·起因', '要点']))
    expect(rows.some(({ item }) => item === 'e-0001')).toBe(true)
    expect(rows.some(({ item }) => item === 'a-0003')).toBe(false)
  })
  test('gives the sentences in which a long quotation goes on the words that stand at its end', () => {
    const tree = sourcedTree()
    tree[YIDA] = tree[YIDA]!.replace('。[^1][^2] ^e1', '。[^1][^2] 他说：“船上开会。人都到了。”[^2] ^e1')
    const said = reviewRows(readTreeInMemory(tree).corpus, SHELF).filter(({ sentence }) =>
      /船上开会|人都到了/u.test(sentence),
    )
    expect(said.map(({ sentence, words }) => [sentence, words])).toEqual([
      ['他说：“船上开会。', '“后来转到*嘉兴*南湖”'],
      ['人都到了。”', '“后来转到*嘉兴*南湖”'],
    ])
  })
  /** The rows of 中共一大’s text after something in it was put otherwise. */
  const changed = (from: string, to: string, more: (tree: Tree) => void = () => undefined) => {
    const tree = sourcedTree()
    expect(tree[YIDA]).toContain(from)
    tree[YIDA] = tree[YIDA]!.replace(from, to)
    more(tree)
    return reviewRows(readTreeInMemory(tree).corpus, SHELF).filter(({ item }) => item === 'a-0001')
  }
  test('shows of footnotes and cards the fewest words that carry the sentence, and how many more there are', () => {
    const told = changed(
      '。[^1][^2] ^e1',
      '。[^1][^2] 他们[后来](event:zhonggong-yida)转到嘉兴南湖。[^2][^3] ^e1',
      tree => {
        tree[YIDA] += '\n[^3]: dashiji 会议最后一天转到了浙江嘉兴南湖的游船上举行\n'
      },
    )
    const row = told.find(({ sentence }) => sentence === '他们后来转到嘉兴南湖。')!
    expect(row.words).toBe('“后来转到嘉兴南湖”')
    expect(row.sources).toMatch(/\n脚注和卡片另有 3 句$/u)
  })
  test('shows all words where none carries anything', () => {
    const said = '天黑以前都走散啦。'
    const told = changed('。[^1][^2] ^e1', `。[^1][^2] ${said}[^2][^1] ^e1`)
    expect(told.find(({ sentence }) => sentence === said)!.words.split('\n')).toHaveLength(2)
  })
  test.each([
    ['a number', '大会在上海开幕8天。', '一共8天'],
    ['a number in characters', '大会在上海开幕八天。', '一共八天'],
    ['a number of one character beside empty ones', '大会在上海开幕了八的。', '了八的'],
    ['a denial of one character', '大会没在上海开幕。', '没在'],
    ['what it calls the first', '大会首次在上海开幕。', '首次'],
    ['a quotation as a whole', '中国共产党“开幕在上海”。', '开幕在上海'],
    ['a count that is a day elsewhere', '大会在上海开幕23天。', '共23天'],
    ['a year that is a day elsewhere', '大会23年在上海开幕。', '那是23年'],
    ['whom it names', '[少山](person:zhou-enlai)在上海开幕。', '少山到会'],
    ['a denial', '大会并未在上海开幕。', '并未开成'],
  ])('shows the words that have %s, short as it is', (_, said, words) => {
    const told = changed('。[^1][^2] ^e1', `。[^1][^2] ${said}[^1][^3] ^e1`, tree => {
      tree[YIDA] += `\n[^3]: dashiji ${words}\n`
    })
    const plain = said.replace(/[[\]]|\([^)]*\)/gu, '')
    expect(told.find(({ sentence }) => sentence === plain)!.words).toContain(words)
  })
  test('of what the text has said already tells in which sentence, not the words once more', () => {
    const told = changed('通过了[中共一大](event:zhonggong-yida)的纲领', '[它](event:zhonggong-yida)转到嘉兴南湖')
    const decided = told.find(({ part }) => part === '为什么·决定')!
    const above = told.find(({ part, sentence }) => part === '正文' && sentence.includes('嘉兴'))!
    expect(decided).toMatchObject({ words: `见第 ${above.number} 句`, sources: '' })
  })
  test.each([
    ['two characters', '，牺牲', '牺牲'],
    ['what it calls the first', '，首次', '首次'],
    ['a number', '，八年', '八年'],
  ])('shows the words where the text has not said all that they have: %s', (_, more, words) => {
    const said = `[它](event:zhonggong-yida)转到嘉兴南湖${more}。[^3]`
    const told = changed('通过了[中共一大](event:zhonggong-yida)的纲领。', said, tree => {
      tree[YIDA] += `\n[^3]: dashiji ${words}\n`
    })
    const decided = told.find(({ part }) => part === '为什么·决定')!
    expect(decided.words.split('\n')).toContain(`“${words}”`)
  })
  test('does not mark what the sentences say to which it points', () => {
    const told = changed(
      '通过了[中共一大](event:zhonggong-yida)的纲领',
      '[它](event:zhonggong-yida)转到嘉兴南湖，统一战线',
    )
    const decided = told.find(({ part }) => part === '为什么·决定')!
    expect(decided.words).toMatch(/^见第/u)
    expect(decided.stretches.filter(({ carried }) => !carried).map(({ text }) => text)).toEqual([])
  })
  test('marks in a sentence what no source’s words have, the words that are not shown included', async () => {
    const cited = own.find(({ sentence }) => sentence.startsWith('1921年7月23日'))!
    const left = cited.stretches.filter(({ carried }) => !carried).map(({ text }) => text)
    expect(left).not.toEqual([])
    expect(cited.stretches.map(({ text }) => text).join('')).toBe(cited.sentence)
    await filled(await reviewWorkbook(rows), sheet => {
      const { value } = sheet.getCell(`${letterOf('sentence')}${at(cited)}`)
      const red = (value as ExcelJS.CellRichTextValue).richText.filter(({ font }) => font?.color?.argb === 'FFC00000')
      expect(red.map(({ text }) => text)).toEqual(left)
    })
    expect(own[0]!.stretches).toEqual([{ text: '石库门里的七天', carried: true }])
  })
  test('tells a source’s address once a text, and where it stood after that', () => {
    const told = own.flatMap(({ sources }) => sources.split('\n')).filter(it => it.startsWith('《党史百年·天天读》'))
    expect(told.length).toBeGreaterThan(1)
    const first = own.find(({ sources }) => sources.includes('《党史百年·天天读》'))!.number
    expect(told[0]).toMatch(/查阅/u)
    expect(new Set(told.slice(1))).toEqual(new Set([`《党史百年·天天读》（见第 ${first} 句）`]))
  })
  test('can be narrowed to one text', async () => {
    const book = new ExcelJS.Workbook()
    await book.xlsx.load((await reviewWorkbook(rows)) as unknown as Parameters<typeof book.xlsx.load>[0])
    expect(book.getWorksheet(SHEET)!.autoFilter).toBe(`A1:J${rows.length + 1}`)
  })
  test('left empty says nothing', async () => {
    expect(await review(() => undefined)).toEqual({ refusals: [], approved: [], findings: [], unfinished: [] })
  })
  test('approves a text all of whose sentences are right, in the name of who signed anywhere in it', async () => {
    expect(await review(allRight)).toEqual({
      refusals: [],
      approved: [{ item: 'a-0001', file: 'content/articles/new-democratic/yida.md', by: '张三', of: signatureOf(own) }],
      findings: [],
      unfinished: [],
    })
  })
  test('files what is wrong, and does not approve it', async () => {
    const found = await review(sheet => {
      allRight(sheet)
      set(sheet, 'verdict', own[4]!, '改')
      set(sheet, 'remark', own[4]!, '太长')
    })
    expect(found.approved).toEqual([])
    expect(found.findings).toEqual([{ row: own[4], verdict: '改', remark: '太长', reviewer: '张三' }])
  })
  test('tells what is still to read', async () => {
    const found = await review(sheet => {
      set(sheet, 'verdict', own[0]!, '对')
      set(sheet, 'reviewer', own[0]!, '张三')
    })
    expect(found).toMatchObject({ refusals: [], approved: [], unfinished: [{ item: 'a-0001', left: own.length - 1 }] })
  })
  test.each<[string, (sheet: ExcelJS.Worksheet) => void, () => string, RegExp]>([
    [
      'a verdict that is none',
      sheet => set(sheet, 'verdict', own[2]!, '好'),
      () => `${letterOf('verdict')}${at(own[2]!)}`,
      /“好”不是判断；应当写 对、错、改/,
    ],
    [
      'a fault without a remark',
      sheet => set(sheet, 'verdict', own[2]!, '错'),
      () => `${letterOf('remark')}${at(own[2]!)}`,
      /没有说明/,
    ],
    [
      'a remark beside what is right',
      sheet => set(sheet, 'remark', own[2]!, '这里不通'),
      () => `${letterOf('verdict')}${at(own[2]!)}`,
      /写了“对”，又有意见/,
    ],
    [
      'a remark without a verdict',
      sheet => {
        set(sheet, 'verdict', own[2]!, '')
        set(sheet, 'remark', own[2]!, '这里不通')
      },
      () => `${letterOf('verdict')}${at(own[2]!)}`,
      /有意见，没有判断/,
    ],
    [
      'a text that has changed',
      sheet => set(sheet, 'sentence', own[2]!, '别的话'),
      () => `${letterOf('sentence')}${at(own[2]!)}`,
      /已经改过；应当重新导出/,
    ],
    [
      'a sentence that is no more',
      sheet => set(sheet, 'number', own[2]!, '999'),
      () => `${letterOf('item')}${at(own[2]!)}`,
      /现在没有了/,
    ],
    [
      'a name that is missing',
      sheet => set(sheet, 'reviewer', own[3]!, ''),
      () => `${letterOf('reviewer')}${at(own[0]!)}`,
      /没有审校人/,
    ],
    [
      'a second name',
      sheet => set(sheet, 'reviewer', own[5]!, '李四'),
      () => `${letterOf('reviewer')}${at(own[5]!)}`,
      /两个审校人（张三、李四）/,
    ],
    [
      'a row that is missing',
      sheet => sheet.spliceRows(at(own[4]!), 1),
      () => `${letterOf('number')}${at(own[0]!)}`,
      /少了 1 行（第 5 句起）/,
    ],
    [
      'a row that is there twice',
      sheet => sheet.duplicateRow(at(own[4]!), 1, true),
      () => `${letterOf('number')}${at(own[4]!) + 1}`,
      /第 5 句有两行/,
    ],
    [
      'a name that is none',
      sheet => set(sheet, 'reviewer', own[3]!, '1'),
      () => `${letterOf('reviewer')}${at(own[3]!)}`,
      /“1”不像姓名/,
    ],
    [
      'a name that nobody sees',
      sheet => set(sheet, 'reviewer', own[3]!, '\u3164\u3164'),
      () => `${letterOf('reviewer')}${at(own[3]!)}`,
      /不像姓名/,
    ],
    [
      'a name of spaces',
      sheet => set(sheet, 'reviewer', own[3]!, ' \u3000'),
      () => `${letterOf('reviewer')}${at(own[0]!)}`,
      /没有审校人/,
    ],
    [
      'a source’s words that have changed',
      sheet =>
        set(
          sheet,
          'words',
          own.find(({ words }) => words !== '')!,
          '别的原话',
        ),
      () => `${letterOf('words')}${at(own.find(({ words }) => words !== '')!)}`,
      /来源已经改过；应当重新导出/,
    ],
    [
      'a formula',
      sheet => {
        sheet.getCell(`${letterOf('verdict')}${at(own[2]!)}`).value = { formula: 'IF(1,"对","错")', result: '对' }
      },
      () => `${letterOf('verdict')}${at(own[2]!)}`,
      /这一格是公式/,
    ],
    [
      'a column that is there twice',
      sheet => {
        sheet.getCell('K1').value = COLUMNS.verdict.title
      },
      () => 'K1',
      /“对\/错\/改”有两列/,
    ],
    [
      'titles that changed places',
      sheet => {
        sheet.getCell(`${letterOf('verdict')}1`).value = COLUMNS.reviewer.title
        sheet.getCell(`${letterOf('reviewer')}1`).value = COLUMNS.verdict.title
      },
      () => `${letterOf('reviewer')}${at(own[3]!)}`,
      /“张三”不是判断/,
    ],
    [
      'one verdict for several sentences',
      sheet => sheet.mergeCells(`${letterOf('verdict')}${at(own[2]!)}:${letterOf('verdict')}${at(own[4]!)}`),
      () => `${letterOf('verdict')}${at(own[3]!)}`,
      /合并/,
    ],
    [
      'empty cells that were merged',
      sheet => sheet.mergeCells(`${letterOf('remark')}${at(own[2]!)}:${letterOf('remark')}${at(own[4]!)}`),
      () => `${letterOf('remark')}${at(own[3]!)}`,
      /合并/,
    ],
    [
      'a note on a cell',
      sheet => {
        sheet.getCell(`${letterOf('sentence')}${at(own[2]!)}`).note = '年份不对'
      },
      () => `${letterOf('sentence')}${at(own[2]!)}`,
      /批注读不到/,
    ],
    [
      'a second sheet of the same',
      sheet => {
        sheet.workbook.addWorksheet(`${SHEET} (2)`).getCell('A1').value = COLUMNS.item.title
      },
      () => 'A1',
      /工作表“逐句审校 \(2\)”读不到/,
    ],
    [
      'words beside the columns',
      sheet => {
        sheet.getCell(`K${at(own[2]!)}`).value = '年份不对'
      },
      () => `K${at(own[2]!)}`,
      /这一列读不到/,
    ],
    [
      'a column that is missing',
      sheet => {
        sheet.getCell(`${letterOf('verdict')}1`).value = '意见'
      },
      () => 'A1',
      /缺少“对\/错\/改”一列/,
    ],
  ])('refuses %s, by its cell', async (_, spoil, cell, says) => {
    const { refusals } = await review(sheet => {
      allRight(sheet)
      spoil(sheet)
    })
    expect(refusals).toContainEqual({ cell: cell(), reason: expect.stringMatching(says) })
  })
  test('reads a remark that became a link, and one name in merged cells', async () => {
    const found = await review(sheet => {
      allRight(sheet)
      set(sheet, 'verdict', own[4]!, '错')
      sheet.getCell(`${letterOf('remark')}${at(own[4]!)}`).value = {
        // ExcelJS's types know words only; a workbook can have stretches.
        text: { richText: [{ text: '见' }, { text: '网页', font: { bold: true } }] } as unknown as string,
        hyperlink: 'http://example.org/',
      }
      sheet.mergeCells(`${letterOf('reviewer')}${at(own[3]!)}:${letterOf('reviewer')}${at(own[6]!)}`)
    })
    expect(found).toMatchObject({ refusals: [], findings: [{ remark: '见网页', reviewer: '张三' }] })
  })
  test('refuses what is no workbook, or another one', async () => {
    expect((await readReview(new Uint8Array([1, 2, 3]), rows)).refusals).toMatchObject([{ cell: 'A1' }])
    const other = new ExcelJS.Workbook()
    other.addWorksheet('别的')
    expect((await readReview(new Uint8Array(await other.xlsx.writeBuffer()), rows)).refusals).toMatchObject([
      { reason: expect.stringMatching(/没有名为/) },
    ])
  })
})

test.each([
  ['张三', '张三'],
  ['阿依古丽·买买提', '阿依古丽·买买提'],
  ['Li Si', '"Li Si"'],
  ['null', '"null"'],
])(
  'an approval stands in the front matter once, and a name that YAML could take for something else is quoted: %s',
  (by, name) => {
    const text = '---\nid: a-0001\n---\n\n正文。\n'
    const signed = withApproval(withApproval(text, '李四', '2026-12-01', 's1'), by, '2026-12-02', 's2')
    expect(signed).toBe(`---\nid: a-0001\napproved: { by: ${name}, on: 2026-12-02, of: s2 }\n---\n\n正文。\n`)
    expect(withoutApproval(signed)).toBe(text)
  },
)

describe('an approval', () => {
  const signedTree = (of?: string) => {
    const tree = sourcedTree()
    const approval = `approved: { by: 张三, on: 2026-12-01${of === undefined ? '' : `, of: ${of}`} }`
    tree[YIDA] = tree[YIDA]!.replace('verify_in: [jianshi]\n', `verify_in: [jianshi]\n${approval}\n`)
    return tree
  }
  const told = (tree: Tree) =>
    checkSigned(readTreeInMemory(tree).corpus).map(({ file, line, message }) => `${file}:${line} ${message}`)
  const { corpus } = readTreeInMemory(sourcedTree())
  const of = signatureOf(reviewRows(corpus, SHELF).filter(({ item }) => item === 'a-0001'))

  test('holds as long as its sentences and what carries them', () => {
    expect(told(signedTree(of))).toEqual([])
  })
  test('written by hand is refused at its line', () => {
    expect(told(signedTree())).toEqual([
      expect.stringMatching(/yida\.md:\d+ 张三 的审校作不得数：不是读回审校表写上的；应当去掉 approved/u),
    ])
  })
  test.each([
    ['a sentence', '会议后来转到', '会议不久转到'],
    ['the title', 'title: 石库门里的七天', 'title: 石库门里的八天'],
    ['a source’s words', '[^2]: ttd 后来转到', '[^2]: ttd 不久转到'],
  ])('falls with %s that changes', (_, from, to) => {
    const tree = signedTree(of)
    expect(tree[YIDA]).toContain(from)
    tree[YIDA] = tree[YIDA]!.replace(from, to)
    expect(told(tree)).toEqual([expect.stringMatching(/签字以后句子或来源改过/u)])
  })
})

describe('npm run review', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'review-'))
    writeTree(root, sourcedTree())
  })
  afterEach(() => {
    rmSync(root, { recursive: true, force: true })
  })
  async function run(...args: string[]) {
    const lines: string[] = []
    const code = await runReview(args, root, Date.parse('2026-12-01T20:00:00Z'), line => lines.push(line))
    return { code, out: lines.join('\n') }
  }
  const BOOK = `dist/review/${SHELF}.xlsx`
  async function fill(write: (sheet: ExcelJS.Worksheet) => void) {
    writeFileSync(path.join(root, BOOK), await filled(readFileSync(path.join(root, BOOK)), write))
  }
  const verdict = (sheet: ExcelJS.Worksheet, item: string, word: string) =>
    sheet.eachRow(row => {
      if (row.getCell(1).text !== item) return
      row.getCell(keys.indexOf('verdict') + 1).value = word
      row.getCell(keys.indexOf('remark') + 1).value = word === '对' ? '' : '日期不对'
      row.getCell(keys.indexOf('reviewer') + 1).value = '张三'
    })

  test('writes a workbook below dist, approves what comes back right, and files what is wrong', async () => {
    expect(await run('--shelf', SHELF)).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^dist\/review\/new-democratic\.xlsx：4 篇，\d+ 句$/),
    })
    await fill(sheet => {
      verdict(sheet, 'a-0001', '对')
      verdict(sheet, 'a-0002', '错')
    })
    const { code, out } = await run('--read', BOOK)
    expect(code).toBe(0)
    expect(out).toMatch(/审校通过 1 篇：a-0001/)
    // 20:00 in London is the next day in Shanghai.
    expect(readFileSync(path.join(root, YIDA), 'utf8')).toMatch(
      /\napproved: \{ by: 张三, on: 2026-12-02, of: s[0-9a-f]{16} \}\n---\n/,
    )
    const findings = readFileSync(path.join(root, `dist/review/${SHELF}-findings.md`), 'utf8')
    expect(findings).toMatch(
      /`content\/articles\/new-democratic\/nanchang\.md:\d+` a-0002 第 1 句，错（张三）\n {2}- 原句：第一枪\n {2}- 意见：日期不对/,
    )
  })
  test('changes nothing when something does not fit', async () => {
    await run('--shelf', SHELF)
    await fill(sheet => verdict(sheet, 'a-0001', '对'))
    const before = readFileSync(path.join(root, YIDA), 'utf8').replace('一句话介绍', '一句话的介绍')
    writeFileSync(path.join(root, YIDA), before)
    const { code, out } = await run('--read', BOOK)
    expect(code).toBe(1)
    expect(out).toMatch(/^E\d+：a-0001 第 3 句已经改过；应当.*\n/)
    expect(out).toMatch(/什么也没有改$/)
    expect(readFileSync(path.join(root, YIDA), 'utf8')).toBe(before)
  })
  test('takes a text that was read though another one, which was not, has changed since', async () => {
    await run('--shelf', SHELF)
    await fill(sheet => verdict(sheet, 'a-0002', '对'))
    writeFileSync(
      path.join(root, YIDA),
      readFileSync(path.join(root, YIDA), 'utf8').replace('一句话介绍', '一句话的介绍'),
    )
    expect(await run('--read', BOOK)).toMatchObject({ code: 0, out: expect.stringMatching(/^审校通过 1 篇：a-0002$/) })
  })
  test('tells fifty refusals and how many more there are', async () => {
    await run('--shelf', SHELF)
    await fill(sheet => {
      verdict(sheet, 'a-0001', '对')
      for (let number = 1000; number < 1060; number++) sheet.addRow(['a-0001', String(number), '', '', '没有的话'])
    })
    const { code, out } = await run('--read', BOOK)
    expect(code).toBe(1)
    expect(out.split('\n')).toHaveLength(52)
    expect(out).toMatch(/\n……还有 10 处没有列出\n60 处对不上，什么也没有改$/)
  })
  test('takes back what had been approved when somebody finds it wrong', async () => {
    await run('--shelf', SHELF)
    await fill(sheet => verdict(sheet, 'a-0001', '对'))
    await run('--read', BOOK)
    expect(readFileSync(path.join(root, YIDA), 'utf8')).toContain('\napproved:')
    await fill(sheet => verdict(sheet, 'a-0001', '错'))
    const { code, out } = await run('--read', BOOK)
    expect(code).toBe(0)
    expect(out).toContain(`先前的审校作废 1 篇：${YIDA}`)
    expect(readFileSync(path.join(root, YIDA), 'utf8')).toBe(sourcedTree()[YIDA])
  })
  test('refuses a remark in a text in which nothing is judged yet', async () => {
    await run('--shelf', SHELF)
    await fill(sheet => {
      sheet.getCell(`${letterOf('remark')}5`).value = '这里不通'
    })
    expect(await run('--read', BOOK)).toMatchObject({ code: 1, out: expect.stringMatching(/^H5：有意见，没有判断/) })
  })
  test('a workbook that is not there is told in words', async () => {
    await expect(run('--read', 'none.xlsx')).resolves.toMatchObject({ code: 2, out: '没有这个文件：none.xlsx' })
  })
  test('says how it is used', async () => {
    expect(await run()).toMatchObject({ code: 2, out: expect.stringMatching(/^用法/) })
    expect(await run('--shelf', 'nowhere')).toMatchObject({ code: 2 })
  })
})
