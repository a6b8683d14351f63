import { CONTEST_CONSENT_TEXT, CONTEST_CONSENT_VERSION } from '@domain/contract/contest-consent'
import {
  answerSchema,
  askFinishSchema,
  askSchema,
  clockSchema,
  resumeSchema,
  startSchema,
} from '@domain/contract/contest-entry'
import { ANSWERS_KEPT_DAYS } from '@domain/contract/contest-limits'
import { sha256Hex } from '@domain/text/sha256'

const text = CONTEST_CONSENT_TEXT.flatMap(({ title, lines }) => [title, ...lines]).join('\n')

/** What of an entrant the phone sends, and the words that say so. */
const TOLD: Record<string, string> = {
  device: '参加的是哪部手机：一个随机编号',
  given: '每一题您选的是什么',
  echo: '网络一来一回要多久',
  name: '写全名还是“王*”，由您在下面选',
}
/** Which try, which question, whose turn, which words were agreed to: of the contest, not of the person. */
const BOOKKEEPING = ['try', 'n', 'next', 'ticket', 'consent']

test('the words before a contest hold everything that an entrant’s phone sends, and no field is without its words', () => {
  const schemas = [startSchema, resumeSchema, clockSchema, askSchema, answerSchema, askFinishSchema]
  const fields = new Set(schemas.flatMap(it => Object.keys(it.shape)))
  expect([...fields].sort()).toEqual([...Object.keys(TOLD), ...BOOKKEEPING].sort())
  for (const words of Object.values(TOLD)) expect(text).toContain(words)
})

test('they say that entering is free, who sees what, for how long, and what the service works out itself', () => {
  for (const words of [
    '不参加没有任何影响',
    '不算参与率',
    '用了多少秒（按服务的时钟）',
    '组织这次竞赛的人',
    '书记和上级看不到谁参加了',
    `竞赛结束后 ${ANSWERS_KEPT_DAYS} 天`,
    '注销时一并删去',
  ])
    expect(text).toContain(words)
})

// Whoever has agreed to the words of a version has agreed to these: other words are another version, and entrants are asked again.
test('the words are those of their version', () => {
  const hash = sha256Hex(JSON.stringify(CONTEST_CONSENT_TEXT)).slice(0, 16)
  expect({ [CONTEST_CONSENT_VERSION]: hash }).toEqual({ '2026-11-29-2': '719ce3abe49baf0d' })
})
