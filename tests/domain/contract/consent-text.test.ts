import fs from 'node:fs'
import { CONSENT_VERSION } from '@domain/contract/consent'
import { CONSENT_TEXT, consentMarkdown, UPLOADED_WORDS } from '@domain/contract/consent-text'
import { dayRecordSchema } from '@domain/contract/days'
import { dayRecord, emptyDaySoFar } from '@domain/sync/day-record'

const text = CONSENT_TEXT.flatMap(({ title, lines }) => [title, ...lines]).join('\n')
const fields = Object.keys(dayRecordSchema.shape).sort()

test('consent text, schema and what the phone makes hold exactly the same fields', () => {
  expect(Object.keys(UPLOADED_WORDS).sort()).toEqual(fields)
  expect(Object.keys(dayRecord(emptyDaySoFar('2026-11-28', 'x'))).sort()).toEqual(fields)
  for (const words of Object.values(UPLOADED_WORDS)) expect(text).toContain(words)
  expect(text).toContain('只有这五样')
  expect(fields).toHaveLength(5)
})

test('what never leaves the phone is said by name, and no field is called so', () => {
  for (const word of ['多少分钟', '几点几分', '对还是错', '每周目标', '笔记']) expect(text).toContain(word)
  expect(fields.join()).not.toMatch(/minute|second|time|at$|correct|goal|note/)
})

test('the text says that it is a draft, its version, every right, and what a new phone gets back', () => {
  expect(consentMarkdown()).toContain(`草案，须法务确认（${CONSENT_VERSION} 版）`)
  for (const right of ['导出', '更正', '撤回同意', '注销', '不影响学习', '换手机', '由您自己定'])
    expect(text).toContain(right)
})

test('docs/consent.md is the text that the app shows', () => {
  expect(fs.readFileSync('docs/consent.md', 'utf8')).toBe(consentMarkdown())
})
