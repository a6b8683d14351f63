import fs from 'node:fs'
import { CONSENT_VERSION } from '@domain/contract/consent'
import { CONSENT_TEXT, consentMarkdown, UPLOADED_WORDS } from '@domain/contract/consent-text'
import { memberEventSchema } from '@domain/contract/schema'
import { UPLOADED, UPLOADED_ANSWER } from '@domain/sync/upload'

const text = CONSENT_TEXT.flatMap(({ title, lines }) => [title, ...lines]).join('\n')

/** Where the consent text says that a field is uploaded: how it is put there. */
const SAID: Record<string, RegExp> = {
  item: /哪一篇|哪一集/,
  seconds: /多少秒|几秒/,
  reached: /读到了几成/,
  from: /从哪一秒/,
  position: /到哪一秒/,
  run: /哪一套/,
  mode: /哪一套|哪种答法/,
  answer: /选的或填的/,
  set: /哪一套/,
  total: /共几题/,
  correct: /对几题|对不对/,
  untimed: /计不计时/,
  on: /收藏还是取消/,
  question: /哪一道/,
  hash: /题号/,
  type: /题型/,
  shelf: /书架/,
  given: /选的或填的/,
}

test('every field that is uploaded is said in words where its act is described', () => {
  for (const [kind, fields] of Object.entries(UPLOADED)) {
    const words = UPLOADED_WORDS[kind as keyof typeof UPLOADED_WORDS]
    for (const field of fields) expect(`${kind}.${field}: ${words}`).toMatch(SAID[field]!)
    expect(words).toContain('什么时候')
  }
  for (const field of UPLOADED_ANSWER) expect(UPLOADED_WORDS.answer).toMatch(SAID[field]!)
})

test('the list of what is uploaded is exactly what the service takes', () => {
  for (const option of memberEventSchema.options) {
    const [kind] = option.shape.kind.values
    const fields = Object.keys(option.shape).filter(key => !['id', 'at', 'day', 'kind'].includes(key))
    expect([...UPLOADED[kind!]].sort()).toEqual(fields.sort())
  }
})

test('the text says that it is a draft, its version, and every right', () => {
  expect(consentMarkdown()).toContain(`草案，须法务确认（${CONSENT_VERSION} 版）`)
  for (const right of ['导出', '更正', '撤回同意', '注销', '90 天', '不影响学习']) expect(text).toContain(right)
})

test('docs/consent.md is the text that the app shows', () => {
  expect(fs.readFileSync('docs/consent.md', 'utf8')).toBe(consentMarkdown())
})
