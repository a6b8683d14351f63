import type { PoolQuestion } from '../contract/contest-pool'
import {
  CONTEST_DIFFICULTIES,
  type ContestType,
  POOL_BASIS,
  POOL_EXPLAIN,
  POOL_OPTION,
  POOL_QUESTIONS,
  POOL_STEM,
  POOL_TOPIC,
} from '../contract/contest-limits'
import type { BadCell } from '../contract/roster'
import {
  type Field,
  HEADER_WITHIN,
  type SheetRows,
  bare,
  columnsOf,
  fieldOf,
  isHeading,
  readRow,
} from '../quiz/own-bank'
import { isNoteRow } from '../text/note-line'
import { columnName } from '../text/sheet-column'

// The pool of a contest from the sheet that organisers fill in. The same rows as a unit's own bank (domain/quiz/own-bank), and more:
// every question must say what proves it, and nothing that is wrong is left out in silence.

export interface ReadPool {
  questions: PoolQuestion[]
  problems: BadCell[]
}

/** More problems than these say that it is another kind of file. */
const MOST_PROBLEMS = 200

type Extra = 'basis' | 'difficulty' | 'topic'
const EXTRA: [Extra, RegExp][] = [
  ['basis', /^(?:依据|出处|来源|题目依据|依据和原话)$/],
  ['difficulty', /^(?:难度|难易|难易程度|难度等级)$/],
  ['topic', /^(?:主题|知识点|章节|分类)$/],
]
const extraOf = (cell: string | undefined) => EXTRA.find(([, pattern]) => pattern.test(bare(cell ?? '')))?.[0]
const columnOf = (cell: string | undefined) => fieldOf(cell) ?? extraOf(cell)
const NEEDED: [Field | Extra, string][] = [
  ['type', '题型'],
  ['answer', '答案'],
  ['basis', '依据'],
]

/** Words of a cell as they are compared: half width, capitals. */
const plain = (text: string) => text.normalize('NFKC').toUpperCase()
/** How stems are compared: without what does not sound. */
const same = (text: string) => plain(text).replace(/[\s()[\]【】*，。、；：？！“”‘’「」『』"',.;:?!—…《》<>_-]/g, '')
/** How options are compared: there a point or a sign may be all the difference. */
const alike = (text: string) => plain(text).replace(/\s/g, '')

/** An option that speaks of others by their letters or places, which are shuffled: A和B都对, 以上都不是. */
const OTHERS =
  /[A-H] ?(?:[、，,/]|和|与|及|或)? ?[A-H] ?(?:选项|项)?(?:都|均|全|皆|两|$)|^(?:选项)?[A-H] ?(?:[、，,/]|和|与|及|或) ?[A-H]|(?:以上|上述|上面|前面|前述|下列|其他)(?:选项|答案|说法|各项|几项|[二两三四五六七]项?)?(?:都|均|全|皆)/

/**
 * Questions of a workbook, numbered from the top from 1, with everything that is wrong by its cell. With any problem the pool must not
 * be taken. Only single, multiple and judge questions; columns in any order under a heading row among the first fifty.
 */
export function readPool(sheets: readonly SheetRows[]): ReadPool {
  const read: ReadPool = { questions: [], problems: [] }
  const seen = new Map<string, string>()
  let headed = false
  for (const sheet of sheets) {
    const head = sheet.rows.slice(0, HEADER_WITHIN).findIndex(isHeading)
    if (head < 0) continue
    headed = true
    readSheet(sheet, head, seen, read)
  }
  if (!headed) {
    const reason = '没有找到表头：要有一行写着“题型”“题干”“选项A”“选项B”……“答案”“依据”'
    read.problems.push({ sheet: sheets[0]?.name ?? '', cell: 'A1', reason })
  } else if (read.questions.length === 0 && read.problems.length === 0) {
    read.problems.push({ sheet: sheets[0]!.name, cell: 'A1', reason: '表里一道题也没有' })
  }
  return { ...read, problems: read.problems.slice(0, MOST_PROBLEMS) }
}

function readSheet(sheet: SheetRows, head: number, seen: Map<string, string>, read: ReadPool): void {
  const heading = sheet.rows[head]!
  const columns = columnsOf(heading)
  const extra = new Map<Extra, number>()
  heading.forEach((cell, i) => {
    const found = extraOf(cell)
    if (found && !extra.has(found)) extra.set(found, i)
  })
  const indexOf = (field: Field | Extra) => columns.get(field as Field) ?? extra.get(field as Extra)
  const lacking = NEEDED.filter(([field]) => indexOf(field) === undefined)
  for (const [i, cell] of heading.entries()) {
    const column = columnOf(cell)
    const before = column === undefined ? -1 : heading.findIndex(it => columnOf(it) === column)
    if (before < 0 || before === i) continue
    const reason = `和 ${columnName(before)} 列是同一样东西：只留一列`
    read.problems.push({ sheet: sheet.name, cell: `${columnName(i)}${head + 1}`, reason })
  }
  for (const [, title] of lacking) {
    const cell = `A${head + 1}`
    read.problems.push({ sheet: sheet.name, cell, reason: `第 ${head + 1} 行是表头，缺少“${title}”一列` })
  }
  if (lacking.length > 0) return
  for (let i = head + 1; i < sheet.rows.length; i++) {
    const row = sheet.rows[i] ?? []
    if (row.every(cell => !cell?.trim()) || isHeading(row) || isNoteRow(row)) continue
    const bad = (field: Field | Extra, reason: string) => {
      const column = indexOf(field)
      read.problems.push({ sheet: sheet.name, cell: `${columnName(column ?? 0)}${i + 1}`, reason })
    }
    if (read.questions.length >= POOL_QUESTIONS) {
      bad('stem', `题目超过 ${POOL_QUESTIONS} 道，从这一行起放不下`)
      return
    }
    const question = readQuestion(row, columns, extra, read.questions.length + 1, bad)
    if (!question) continue
    const before = seen.get(same(question.stem))
    if (before) bad('stem', `和${before}是同一道题，只能写一次`)
    else {
      seen.set(same(question.stem), `“${sheet.name}”第 ${i + 1} 行`)
      read.questions.push(question)
    }
  }
}

function readQuestion(
  row: readonly (string | undefined)[],
  columns: Map<Field, number>,
  extra: Map<Extra, number>,
  number: number,
  bad: (field: Field | Extra, reason: string) => void,
): PoolQuestion | undefined {
  const cell = (field: Extra) => (row[extra.get(field) ?? -1] ?? '').trim()
  let fine = true
  const refuse = (field: Field | Extra, reason: string) => {
    fine = false
    bad(field, reason)
  }
  const basis = cell('basis')
  if (basis === '') refuse('basis', '依据是空的：请写出处和原话，赛后给参赛的人看')
  const difficulty = difficultyOf(cell('difficulty'))
  if (!difficulty) refuse('difficulty', `“${cell('difficulty').slice(0, 12)}”看不懂：请写易、中或难`)
  const kind = kindWords((row[columns.get('type')!] ?? '').trim())
  if (kind) refuse('type', kind)
  const question = readRow(row, columns, `${number}`)
  if ('words' in question) {
    if (question.field !== 'type' || !kind) refuse(question.field, question.words)
    return undefined
  }
  const long = (field: Field | Extra, text: string, most: number, what: string) => {
    if (text.length > most) refuse(field, `${what}超过 ${most} 字`)
  }
  const options = 'options' in question ? question.options : []
  options.forEach((it, i) => {
    const before = options[i - 1]?.id.charCodeAt(0) ?? 96
    if (it.id.charCodeAt(0) > before + 1) {
      refuse(`option${before - 96}`, `选项 ${String.fromCharCode(before - 31)} 是空的：从 A 起不要空着跳过`)
    }
  })
  long('stem', question.stem, POOL_STEM, '题干')
  long('explain', question.explain, POOL_EXPLAIN, '解析')
  options.forEach((it, i) => {
    const field = `option${it.id.charCodeAt(0) - 97}` as const
    long(field, it.text, POOL_OPTION, '选项')
    if (OTHERS.test(plain(it.text))) {
      refuse(field, '这个选项说到别的选项，可是每人看到的先后不一样，会对不上：请把话写全')
    }
    const twin = options.slice(0, i).find(other => alike(other.text) === alike(it.text))
    if (twin) refuse(field, `和选项 ${twin.id.toUpperCase()} 一样`)
  })
  long('basis', basis, POOL_BASIS, '依据')
  const topic = cell('topic')
  long('topic', topic, POOL_TOPIC, '主题')
  if (!fine || !difficulty) return undefined
  const { stem, explain } = question
  const key = question.type === 'judge' ? [String(question.answer)] : [question.answer].flat().map(String)
  return { number, type: question.type as ContestType, stem, options, key, basis, explain, difficulty, topic }
}

/** Why a kind of question is not taken; undefined for one that nobody knows. */
function kindWords(name: string): string | undefined {
  if (/填空/.test(name)) return '竞赛不收填空题：同一个答案有几种写法，对不对要人来看；请改成单选、多选或判断'
  if (/排序|顺序|连线|匹配/.test(name)) return '竞赛不收排序、连线题：对一半怎么算说不清；请改成单选、多选或判断'
  return /简答|论述|问答|材料/.test(name) ? '竞赛不收要写一段话的题；请改成单选、多选或判断' : undefined
}

function difficultyOf(text: string): 1 | 2 | 3 | undefined {
  if (text === '') return 2
  const word = bare(text)
  const known = Object.entries(CONTEST_DIFFICULTIES).find(([name, value]) => word === name || word === `${value}`)
  if (known) return known[1]
  if (/^(?:容易|简单|基础|较易)$/.test(word)) return 1
  if (/^(?:中等|一般)$/.test(word)) return 2
  return /^(?:较难|困难)$/.test(word) ? 3 : undefined
}
