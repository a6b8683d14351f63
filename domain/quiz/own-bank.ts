import type { Option, Question } from '../catalog/types'
import { sha256Hex } from '../text/sha256'
import { isNoteRow } from '../text/note-line'
import { columnName } from '../text/sheet-column'

// A unit's own questions, from the Excel sheet that such units use. They stay on the phone that read them.

/** Cells as they stand, by row and column; empty ones may be missing. */
export interface SheetRows {
  name: string
  rows: readonly (readonly (string | undefined)[])[]
}

/** A cell that cannot be used: where it is, what is wrong and what to write instead. */
export interface CellFault {
  sheet: string
  /** From 1, as Excel counts. */
  row: number
  /** `C`; none where the whole row is meant. */
  column?: string
  words: string
}

export interface ReadBank {
  questions: Question[]
  faults: CellFault[]
}

/** Rows of questions that one bank takes. */
const MOST_QUESTIONS = 2_000
const LONGEST_STEM = 1_000
const LONGEST_OPTION = 500
const LONGEST_EXPLAIN = 2_000
/** Rows at the top among which the names of the columns are looked for. */
export const HEADER_WITHIN = 50
/** More faults than these say that it is another kind of file. */
const MOST_FAULTS = 200

export type Field = 'type' | 'stem' | 'answer' | 'explain' | `option${number}`
const NAMES: [Field, RegExp][] = [
  ['type', /^(?:题目|试题|问题)?(?:题型|类型|类别)$|^题目类型$|^试题类型$/],
  ['stem', /^(?:题干|题目|试题|问题|题目内容|试题内容|题干内容|题目题干)$/],
  ['answer', /^(?:正确|标准|参考)?答案$|^正确选项$/],
  ['explain', /^(?:答案|试题|题目)?(?:解析|解释|说明|详解)$/],
]
const LETTERS = 'ABCDEFGH'

/** `选项A`, `A`, `A选项`, `选项（A）`, `答案选项A` → 0; undefined for another column. */
function optionOf(name: string): number | undefined {
  const letter = /^(?:答案|备选)?(?:选项|答案)?([A-H])(?:选项|项)?$/.exec(name)?.[1]
  return letter ? LETTERS.indexOf(letter) : undefined
}

/** Half width, capitals, without spaces, brackets and dots. */
export const bare = (text: string): string =>
  text
    .split('')
    .map(it => (it >= '！' && it <= '～' ? String.fromCharCode(it.charCodeAt(0) - 0xfee0) : it))
    .join('')
    .replace(/[\s()（）[\]【】.:：、*＊]/g, '')
    .toUpperCase()

/** What a column is by its heading. */
export function fieldOf(cell: string | undefined): Field | undefined {
  const name = bare(cell ?? '')
  const known = NAMES.find(([, pattern]) => pattern.test(name))
  if (known) return known[0]
  const option = optionOf(name)
  return option === undefined ? undefined : `option${option}`
}

const TYPES: [Question['type'], RegExp][] = [
  ['multiple', /多选|多项|不定项/],
  ['judge', /判断|是非|对错/],
  ['single', /单选|单项|选择/],
]

const RIGHT = /^(?:正确|对|是|√|✓|✔|T|TRUE|YES|Y|1)$/
const WRONG = /^(?:错误|错|否|不对|不正确|×|✗|✕|✘|X|F|FALSE|NO|N|0)$/

/**
 * Questions of a workbook: single, multiple and true or false, columns in any order under a heading row wherever it is. What
 * cannot be used is named by row and column and left out.
 * @param id of the bank, part of its questions' ids
 */
export function readBank(sheets: readonly SheetRows[], id: string): ReadBank {
  const bank: ReadBank = { questions: [], faults: [] }
  const seen = new Map<string, string>()
  let headed = false
  for (const sheet of sheets) {
    const head = sheet.rows.slice(0, HEADER_WITHIN).findIndex(isHeading)
    if (head < 0) continue
    headed = true
    const columns = columnsOf(sheet.rows[head]!)
    for (let i = head + 1; i < sheet.rows.length; i++) {
      const row = sheet.rows[i]!
      if (row.every(cell => !cell?.trim()) || isHeading(row) || isNoteRow(row)) continue
      if (bank.questions.length >= MOST_QUESTIONS) {
        bank.faults.push({ sheet: sheet.name, row: i + 1, words: `题目超过 ${MOST_QUESTIONS} 道，从这一行起没有读` })
        return bank
      }
      const read = readRow(row, columns, `own-${id}-${bank.questions.length + 1}`)
      const at = (field: Field) => {
        const column = columns.get(field)
        return column === undefined ? {} : { column: columnName(column) }
      }
      if ('words' in read) {
        if (bank.faults.length < MOST_FAULTS) {
          bank.faults.push({ sheet: sheet.name, row: i + 1, ...at(read.field), words: read.words })
        }
        continue
      }
      const before = seen.get(read.hash)
      if (before) {
        bank.faults.push({ sheet: sheet.name, row: i + 1, ...at('stem'), words: `和${before}是同一道题，只留一道` })
        continue
      }
      seen.set(read.hash, `第 ${i + 1} 行`)
      bank.questions.push(read)
    }
  }
  if (!headed) {
    bank.faults.push({
      sheet: sheets[0]?.name ?? '',
      row: 1,
      words: '没有找到列名：要有一行写着“题干”“答案”，选择题还要有“选项A”“选项B”……',
    })
  }
  return bank
}

/** Where each column stands, from 0, by its heading. */
export function columnsOf(heading: readonly (string | undefined)[]): Map<Field, number> {
  const columns = new Map<Field, number>()
  heading.forEach((cell, i) => {
    const field = fieldOf(cell)
    if (field && !columns.has(field)) columns.set(field, i)
  })
  return columns
}

/** Whether a row names the columns of questions. */
export const isHeading = (row: readonly (string | undefined)[]): boolean => {
  const fields = row.map(fieldOf)
  return fields.indexOf('stem') >= 0 && fields.indexOf('answer') >= 0
}

export interface Refused {
  field: Field
  words: string
}

/** One row as a question, or what is wrong with which of its cells. @param id of the question */
export function readRow(
  row: readonly (string | undefined)[],
  columns: Map<Field, number>,
  id: string,
): Question | Refused {
  const cell = (field: Field) => (row[columns.get(field) ?? -1] ?? '').trim()
  const stem = cell('stem')
  if (stem === '') return { field: 'stem', words: '题干是空的' }
  if (stem.length > LONGEST_STEM) return { field: 'stem', words: `题干超过 ${LONGEST_STEM} 字` }
  const explain = cell('explain').slice(0, LONGEST_EXPLAIN)
  const options: Option[] = []
  for (let i = 0; i < LETTERS.length; i++) {
    const text = cell(`option${i}`)
    if (text.length > LONGEST_OPTION) return { field: `option${i}`, words: `选项超过 ${LONGEST_OPTION} 字` }
    if (text !== '') options.push({ id: LETTERS[i]!.toLowerCase(), text })
  }
  const given = cell('answer')
  if (given === '') return { field: 'answer', words: '答案是空的' }
  const type = typeOf(cell('type'), given, options)
  if (!type) return { field: 'type', words: `“${cell('type').slice(0, 12)}”还不能用：只收单选、多选、判断` }
  const base = {
    id,
    stem,
    explain,
    // Nothing of ours proves it, and it counts on no shelf: its answers are in no record (src/stores/quiz-session).
    evidence: { article: '', block: '' },
    difficulty: 2 as const,
    shelf: 'local' as const,
    period: 'new-era' as const,
    people: [],
  }
  const hashed = (what: unknown) => sha256Hex(JSON.stringify([stem, what])).slice(0, 12)
  if (type === 'judge') {
    const answer = truthOf(given, options)
    if (answer === undefined) return { field: 'answer', words: `“${given.slice(0, 12)}”看不懂：请写“正确”或“错误”` }
    return { ...base, type, answer, hash: hashed(answer) }
  }
  if (options.length < 2) return { field: 'option1', words: '选择题至少要有两个选项' }
  const letters = lettersOf(given)
  if (!letters) return { field: 'answer', words: `“${given.slice(0, 12)}”看不懂：请写选项的字母，如 A 或 ABD` }
  const missing = letters.find(letter => !options.some(it => it.id === letter))
  if (missing) return { field: 'answer', words: `答案有 ${missing.toUpperCase()}，可是没有这个选项` }
  if (type === 'single') {
    if (letters.length > 1)
      return { field: 'answer', words: `单选题有 ${letters.length} 个答案：改成一个，或把题型改成多选` }
    return { ...base, type, options, answer: letters[0]!, hash: hashed([options, letters]) }
  }
  return { ...base, type, options, answer: letters, hash: hashed([options, letters]) }
}

/** By its name, else by what the answer looks like; undefined for a kind that is not taken. */
function typeOf(name: string, given: string, options: Option[]): 'single' | 'multiple' | 'judge' | undefined {
  const known = TYPES.find(([, pattern]) => pattern.test(name))
  if (known) return known[0] as 'single' | 'multiple' | 'judge'
  if (name !== '') return undefined
  if (options.length === 0) return truthOf(given, options) === undefined ? undefined : 'judge'
  return (lettersOf(given)?.length ?? 0) > 1 ? 'multiple' : 'single'
}

/** 正确, 对, √ and the like; or the letter of the option that says so. */
function truthOf(given: string, options: Option[]): boolean | undefined {
  const word = bare(given)
  const said = options.find(it => it.id === word.toLowerCase())
  const text = said ? bare(said.text) : word
  if (RIGHT.test(text)) return true
  if (WRONG.test(text)) return false
  // Without options A stands for right, as such sheets have it.
  return options.length === 0 && word === 'A' ? true : options.length === 0 && word === 'B' ? false : undefined
}

/** `A`, `ABD`, `A,B,D`, `Ａ、Ｂ` → option ids in order; undefined for anything else. */
function lettersOf(given: string): string[] | undefined {
  const letters = bare(given).replace(/[,，;；|/和]/g, '')
  if (!/^[A-H]+$/.test(letters)) return undefined
  return letters
    .split('')
    .filter((it, i, all) => all.indexOf(it) === i)
    .sort()
    .map(it => it.toLowerCase())
}

/** Whether a question is of a unit's own bank. */
export const isOwn = (question: string): boolean => question.indexOf('own-') === 0
