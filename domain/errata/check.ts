import { isDay } from '../time/day'
import type { AnswerKey, Correction, Errata, Replacement } from './errata'

/** Where in the file something is wrong (dotted path), and what to write instead. */
export interface Fault {
  path: string
  message: string
}

/** Longest list of corrections: past this the content wants a new release. */
const MOST_ITEMS = 500
/** Highest number of an issue: beyond any use, so that a slip of the finger cannot bar all that follow. */
const MOST_ISSUES = 9_999
const FIELDS = ['id', 'on', 'note', 'hide', 'texts', 'date', 'answer', 'article']
const ITEM = /^[ae]-\d{4,}$/
const QUESTION = /^q-\d{4,}$/
const MONTH_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const ENTRY = /^[a-z][a-z0-9-]*$/
const FUZZY = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
const isRealDay = (value: unknown): value is string => typeof value === 'string' && isDay(value)

/** Everything that is wrong with a list of corrections, in its order; none when it is an {@link Errata}. */
export function errataFaults(value: unknown): Fault[] {
  if (!isRecord(value)) return [{ path: '', message: '应当有 number、on、items 三项' }]
  const faults: Fault[] = []
  const { number, on, items } = value
  if (!Number.isInteger(number) || (number as number) < 0 || (number as number) > MOST_ISSUES)
    faults.push({ path: 'number', message: `number 应当是 0 到 ${MOST_ISSUES} 的整数，每发一次加一` })
  if (!isRealDay(on)) faults.push({ path: 'on', message: 'on 应当是发出的日期，如 2026-11-24' })
  if (!Array.isArray(items)) return [...faults, { path: 'items', message: 'items 应当是一列更正' }]
  if (items.length > MOST_ITEMS)
    faults.push({ path: 'items', message: `更正超过 ${MOST_ITEMS} 条；应当改正内容，发新版本` })
  items.forEach((item, i) => faults.push(...correctionFaults(item, `items.${i}`)))
  const ids = items.map(item => (isRecord(item) ? item.id : undefined))
  ids.forEach((id, i) => {
    if (id !== undefined && ids.indexOf(id) < i)
      faults.push({ path: `items.${i}.id`, message: `${String(id)} 写了两次；应当合成一条` })
  })
  return faults
}

function correctionFaults(it: unknown, path: string): Fault[] {
  if (!isRecord(it)) return [{ path, message: '每条更正应当有 id、on、note' }]
  const faults: Fault[] = []
  const fail = (field: string, message: string) =>
    void faults.push({ path: field ? `${path}.${field}` : path, message })
  const id = typeof it.id === 'string' ? it.id : ''
  const hideable = ITEM.test(id) || QUESTION.test(id)
  for (const field of Object.keys(it)) if (FIELDS.indexOf(field) < 0) fail(field, `没有 ${field} 这一项`)
  if (!hideable && !MONTH_DAY.test(id) && !ENTRY.test(id))
    fail('id', 'id 应当是文章、节目、题目、事件、人物、名词的编号，或某一天如 07-23')
  if (!isRealDay(it.on)) fail('on', 'on 应当是更正的日期，如 2026-11-24')
  if (!isText(it.note)) fail('note', 'note 应当用一句话告诉读者哪里错了')
  if (it.hide !== undefined && it.hide !== true) fail('hide', 'hide 只能写 true')
  if (it.hide && !hideable) fail('hide', '事件、人物、名词和某一天只能更正，不能撤下')
  if (it.hide && (it.texts ?? it.date ?? it.answer) !== undefined) fail('hide', '撤下的不必再更正；应当只留一样')
  if (!it.hide && (it.texts ?? it.date ?? it.answer) === undefined)
    fail('', '这条什么也没改；应当有 texts、date、answer 或 hide 之一')
  if (it.texts !== undefined && !isReplacements(it.texts))
    fail('texts', 'texts 应当是一列 { was: 原来的字, now: 改成的字 }，两者不同，都不空')
  if (it.date !== undefined) {
    if (typeof it.date !== 'string' || !FUZZY.test(it.date) || (it.date.length === 10 && !isDay(it.date)))
      fail('date', 'date 应当写成 1921、1921-07 或 1921-07-23')
    if (QUESTION.test(id) || MONTH_DAY.test(id)) fail('date', '只有文章、节目和事件有日期可改')
  }
  if (it.answer !== undefined) {
    if (!isKey(it.answer)) fail('answer', 'answer 应当照题目文件里的写法')
    if (!QUESTION.test(id)) fail('answer', '只有题目有答案可改')
  }
  if (it.article !== undefined && !(it.hide && QUESTION.test(id) && typeof it.article === 'string'))
    fail('article', 'article 只用在撤下的题目上')
  return faults
}

function isReplacements(value: unknown): value is Replacement[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.every(it => isRecord(it) && isText(it.was) && typeof it.now === 'string' && it.was !== it.now)
  )
}

function isKey(value: unknown): value is AnswerKey {
  if (isText(value) || typeof value === 'boolean') return true
  if (!Array.isArray(value) || value.length === 0) return false
  return value.every(isText) || value.every(it => Array.isArray(it) && it.length > 0 && it.every(isText))
}

/** The list as it is kept: fields in a fixed order, so that its hash says the same wherever it is computed. */
export function canonical({ number, on, items }: Errata): Errata {
  return {
    number,
    on,
    items: items.map(it => {
      const out: Record<string, unknown> = {}
      for (const field of FIELDS) if (field in it) out[field] = it[field as keyof Correction]
      if (it.texts) out.texts = it.texts.map(({ was, now }) => ({ was, now }))
      return out as unknown as Correction
    }),
  }
}
