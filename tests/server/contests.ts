/** Contests as organisers make them and phones take them. */
import assert from 'node:assert/strict'
import crypto from 'node:crypto'
import ExcelJS from 'exceljs'
import type { ContestQuestion } from '../../domain/contract/contest-entry'
import { CONTEST_CONSENT_VERSION } from '../../domain/contract/contest-consent'
import { SETTLE_SECONDS } from '../../domain/contract/contest-limits'
import type { ContestSettings } from '../../domain/contract/contests'
import { type Person, type World, call, newKey, person } from './support'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const HEAD = ['题型', '题干', '选项A', '选项B', '选项C', '选项D', '答案', '依据', '解析', '难度', '主题']
export const MINUTE = 60_000
export const DAY = 24 * 60 * MINUTE
/** Milliseconds after the close at which everything can be read. */
export const SETTLED = SETTLE_SECONDS * 1000

/** Six questions: `对甲1` and so on are right, `错…` wrong, so that a test knows a key when it sees one. */
export const QUESTIONS: readonly (readonly string[])[] = [
  ...[1, 2, 3].map(n => [
    '单选',
    `机密题干甲${n}`,
    `错甲${n}一`,
    `对甲${n}`,
    `错甲${n}二`,
    '',
    'B',
    `机密依据甲${n}`,
    '',
    '易',
    '一',
  ]),
  ...[1, 2].map(n => [
    '多选',
    `机密题干乙${n}`,
    `对乙${n}一`,
    `错乙${n}`,
    `对乙${n}二`,
    '',
    'AC',
    `机密依据乙${n}`,
    '',
    '中',
    '二',
  ]),
  ['判断', '机密题干丙1', '', '', '', '', '正确', '机密依据丙1', '机密解析', '难', ''],
]
/** What nobody but the organiser may read before the close. */
export const SECRET = /机密|[对错][甲乙]/

export async function poolSheet(rows: readonly (readonly string[])[] = QUESTIONS, head: readonly string[] = HEAD) {
  const book = new ExcelJS.Workbook()
  book.addWorksheet('题库').addRows([[...head], ...rows.map(it => [...it])])
  return Buffer.from(await book.xlsx.writeBuffer())
}

export const settings = (w: World, more: Partial<ContestSettings> = {}): ContestSettings => ({
  ...{
    title: '党史知识竞赛',
    note: '',
    within: 'd',
    tries: 1,
    practice: [],
    teams: null,
    reveal: true,
    certificate: true,
  },
  opens: new Date(w.service.now()).toISOString(),
  closes: new Date(w.service.now() + 60 * MINUTE).toISOString(),
  clock: { kind: 'question', seconds: 30 },
  paper: { kind: 'fixed', numbers: [1, 2, 3, 4, 5, 6] },
  winners: { count: 3, names: 'chosen' },
  ...more,
})

export async function ask(w: World, who: Person, method: string, url: string, body?: object, status = 200) {
  const answer = await call(w, who, method, url, body)
  assert.equal(answer.status, status, `${method} ${url} ${JSON.stringify(answer.json)}`)
  return answer.json
}

export const sendPool = (w: World, who: Person, url: string, bytes: Uint8Array, mode = 'apply') =>
  call(w, who, 'POST', `${url}/pool?mode=${mode}`, Buffer.from(bytes), { 'content-type': XLSX })

/** A published contest of an organisation. Returns its id. */
export async function publish(
  w: World,
  organiser: Person,
  more: Partial<ContestSettings> = {},
  org = 'd',
  rows: readonly (readonly string[])[] = QUESTIONS,
): Promise<string> {
  const base = `/v1/orgs/${org}/contests`
  const { id } = await ask(w, organiser, 'POST', base, { ...newKey(), ...settings(w, { within: org, ...more }) }, 201)
  const sent = await sendPool(w, organiser, `${base}/${id}`, await poolSheet(rows))
  assert.equal(sent.status, 200, JSON.stringify(sent.json))
  await ask(w, organiser, 'POST', `${base}/${id}/publish`, { revision: 2 })
  return id
}

export const organiserOf = (w: World, org = 'd', branch = 'b1') =>
  person(w, branch, `组织者${org}`, { roles: [['organiser', org]] })

/** A phone in somebody's hand. */
export class Phone {
  readonly device = crypto.randomUUID()
  try = 1
  constructor(
    readonly w: World,
    readonly who: Person,
    readonly contest: string,
  ) {}
  post(path: string, body?: object) {
    return call(this.w, this.who, 'POST', `/v1/me/contests/${this.contest}/${path}`, body)
  }
  get(path = '') {
    return call(this.w, this.who, 'GET', `/v1/me/contests/${this.contest}${path && `/${path}`}`)
  }
  async ticket(): Promise<string> {
    const { status, json } = await this.post('ticket')
    assert.equal(status, 200, JSON.stringify(json))
    // Behind others one waits.
    this.w.pass(json.waitMs)
    return json.ticket
  }
  /** Begins or goes on; the try that the phone then speaks of. */
  async start(name: 'full' | 'masked' = 'full') {
    const body = { ticket: await this.ticket(), device: this.device, consent: CONTEST_CONSENT_VERSION, name }
    const { status, json } = await this.post('start', body)
    assert.equal(status, 200, JSON.stringify(json))
    this.try = json.try
    return json
  }
  ask(n: number) {
    return this.post('question', { ...this.of(), n })
  }
  async question(n: number): Promise<ContestQuestion> {
    const { status, json } = await this.ask(n)
    assert.equal(status, 200, JSON.stringify(json))
    return json.question
  }
  answer(n: number, given: string[], next = false) {
    return this.post('answers', { ...this.of(), n, given, next })
  }
  of() {
    return { try: this.try, device: this.device }
  }
  /** Takes the whole paper, each question in `ms`, the first so many wrong. */
  async take({ wrong = 0, ms = 5_000, name = 'full' }: { wrong?: number; ms?: number; name?: 'full' | 'masked' } = {}) {
    const { questions } = await this.start(name)
    for (let n = 0; n < questions; n++) {
      const question = await this.question(n)
      this.w.pass(ms)
      const { status, json } = await this.answer(n, n < wrong ? wrongOf(question) : rightOf(question))
      assert.equal(status, 200, JSON.stringify(json))
    }
    return this
  }
}

/** The letters of what is right, by the words. */
export function rightOf({ type, options }: Pick<ContestQuestion, 'type' | 'options'>): string[] {
  return type === 'judge' ? ['true'] : options.filter(it => it.text.startsWith('对')).map(it => it.id)
}
export function wrongOf({ type, options }: Pick<ContestQuestion, 'type' | 'options'>): string[] {
  return type === 'judge' ? ['false'] : [options.find(it => it.text.startsWith('错'))!.id]
}
