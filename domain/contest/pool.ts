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
import { type Field, HEADER_WITHIN, type SheetRows, bare, columnsOf, isHeading, readRow } from '../quiz/own-bank'
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
const NEEDED: [Field | Extra, string][] = [
  ['type', '题型'],
  ['answer', '答案'],
  ['basis', '依据'],
]

/** How texts are compared: in half width, without what does not sound. */
const same = (text: string) => bare(text).replace(/[，。、；：？！“”‘’"',.;:?!—…《》<>-]/g, '')

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
    const found = EXTRA.find(([, pattern]) => pattern.test(bare(cell ?? '')))
    if (found && !extra.has(found[0])) extra.set(found[0], i)
  })
  const indexOf = (field: Field | Extra) => columns.get(field as Field) ?? extra.get(field as Extra)
  const lacking = NEEDED.filter(([field]) => indexOf(field) === undefined)
  for (const [, title] of lacking) {
    const cell = `A${head + 1}`
    read.problems.push({ sheet: sheet.name, cell, reason: `第 ${head + 1} 行是表头，缺少“${title}”一列` })
  }
  if (lacking.length > 0) return
  for (let i = head + 1; i < sheet.rows.length; i++) {
    const row = sheet.rows[i] ?? []
    if (row.every(cell => !cell?.trim()) || isHeading(row)) continue
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
  const question = readRow(row, columns, `${number}`)
  if ('words' in question) {
    bad(question.field, question.words)
    return undefined
  }
  let fine = true
  const refuse = (field: Field | Extra, reason: string) => {
    fine = false
    bad(field, reason)
  }
  const long = (field: Field | Extra, text: string, most: number, what: string) => {
    if (text.length > most) refuse(field, `${what}超过 ${most} 字`)
  }
  const options = 'options' in question ? question.options : []
  long('stem', question.stem, POOL_STEM, '题干')
  long('explain', question.explain, POOL_EXPLAIN, '解析')
  options.forEach((it, i) => {
    const field = `option${it.id.charCodeAt(0) - 97}` as const
    long(field, it.text, POOL_OPTION, '选项')
    const twin = options.slice(0, i).find(other => same(other.text) === same(it.text))
    if (twin) refuse(field, `和选项 ${twin.id.toUpperCase()} 一样`)
  })
  const basis = cell('basis')
  if (basis === '') refuse('basis', '依据是空的：请写出处和原话，赛后给参赛的人看')
  long('basis', basis, POOL_BASIS, '依据')
  const topic = cell('topic')
  long('topic', topic, POOL_TOPIC, '主题')
  const difficulty = difficultyOf(cell('difficulty'))
  if (!difficulty) refuse('difficulty', `“${cell('difficulty').slice(0, 12)}”看不懂：请写易、中或难`)
  if (!fine || !difficulty) return undefined
  const { stem, explain } = question
  const key = question.type === 'judge' ? [String(question.answer)] : [question.answer].flat().map(String)
  return { number, type: question.type as ContestType, stem, options, key, basis, explain, difficulty, topic }
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
