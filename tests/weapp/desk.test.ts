import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import type { Activity, ActivityDetail } from '../../domain/contract/activities'
import type { NeedsPage } from '../../domain/contract/branch-needs'
import type { MeetingDetail, MeetingSummary } from '../../domain/contract/meetings'
import type { FiledPage, MonthBook } from '../../domain/contract/month-book'
import type { Visit } from '../../domain/contract/visits'
import { monthWeeks } from '../../domain/branch/month'
import { BUDGETS, costOf } from './costs'
import { byName, controls, tap, words, write } from './harness/gestures'
import type { Answer } from './harness/network'
import { MORNING, Phone, type PhoneOptions } from './harness/phone'
import { PhoneStorage } from './harness/storage'
import { nameOf } from './harness/tree'
import { PACKAGE } from './subject'

/** A package built without SERVICE_URL knows no service and asks nobody. */
const knowsService = fs
  .readdirSync(PACKAGE)
  .some(name => name.endsWith('.js') && fs.readFileSync(path.join(PACKAGE, name), 'utf8').includes('//service.invalid'))
const skip = knowsService ? false : 'dist/weapp was built without SERVICE_URL=https://service.invalid'

const many = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))
const id = (i: number) => `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`
const name = (i: number) => `示例党员${i + 1}`
const day = (i: number) => `2026-11-${String((i % 27) + 1).padStart(2, '0')}`
/** A branch larger than most. */
const PEOPLE = 40

const meeting = (i: number): MeetingSummary => ({
  ...{ id: id(i), kind: 'theme_day' as const, title: `第${i + 1}次主题党日`, day: day(i), time: '19:00' },
  ...{ members: PEOPLE, present: 30, leave: 2, hours: 2, links: [] },
})
const meetingDetail: MeetingDetail = {
  meeting: meeting(0),
  rows: many(PEOPLE, i => ({ member: id(i), name: name(i), present: i % 2 === 0, at: '2026-11-01T11:00:00.000Z' })),
  ...{ edits: 0, minutes: '议了三件事', posts: { groups: ['第一组', '第二组'], committee: 3 } },
}
const activity = (i: number): Activity => ({
  ...{ id: id(i), kind: i % 3 === 0 ? 'deed' : 'group-study', title: `第${i + 1}件`, day: day(i), revision: 1 },
  ...(i % 3 === 0
    ? { due: '2026-12-20', state: 'doing', done: false, words: { for: '一位居民' }, present: 0 }
    : { state: 'done', done: true, closed: day(i), hours: 2, words: {}, present: 30, members: PEOPLE }),
})
const activityDetail: ActivityDetail = {
  activity: activity(0),
  people: many(PEOPLE, i => ({ member: id(i), name: name(i), present: i % 2 === 0 })),
}
const book = (month: string): MonthBook => ({
  month,
  place: { district: '示例区', unit: '示例街道01', branch: '示例支部', demo: true },
  people: many(PEOPLE, i => ({
    ...{ member: id(i), name: name(i), weeks: monthWeeks(month), phone: monthWeeks(month).slice(0, 1), branch: [] },
    ...{
      expected: 4,
      present: 3,
      leave: 1,
      activities: 2,
      tasks: 2,
      tasksDone: 1,
      hours: 6,
      yearHours: 30,
      required: 32,
    },
  })),
  meetings: many(7, i => ({ ...meeting(i), members: PEOPLE })),
  activities: many(7, i => {
    const { id, title, day, state, due, closed, present, members, hours } = activity(i)
    return { id, title, day, state, due, closed, present, members, hours, kind: '集中学习' }
  }),
  tasks: many(7, i => ({ title: `任务${i}`, due: day(i), members: PEOPLE, done: 20 })),
})
const branch = (i: number) => ({ org: `u01-${i + 1}`, name: `示例街道01第${i + 1}支部` })
const filed: FiledPage = {
  ...{ total: 60, filed: 30 },
  rows: many(50, i => ({ ...branch(i), ...(i % 2 === 0 ? { at: '2026-11-30T08:00:00.000Z', meetings: 4 } : {}) })),
}
const needs: NeedsPage = {
  ...{ month: '2026-10', since: '2026-10-01', branches: 60, total: 50 },
  counts: { unfiled: 50, meeting: 20, deeds: 3, unbound: 1 },
  rows: many(50, i => ({ ...branch(i), needs: ['unfiled', 'deeds'], deeds: 2 })),
}
const visit = (i: number): Visit => ({
  ...{ ...branch(i), id: id(i), drawn: '2026-11-01', seed: 'a', reason: '走访', revision: 2 },
  ...{ day: '2026-11-05', findings: '缺一次记录', due: '2026-12-20' },
})
const sent = {
  id: id(1),
  kind: 'task' as const,
  title: '一起读',
  due: '2026-12-20',
  items: ['a-0001'],
  at: '2026-11-01T08:00:00.000Z',
  branches: 60,
}

/** What the service says, by the end of the address. */
const SAYS: [RegExp, (found: string) => unknown][] = [
  [/\/branches\/b\/meetings$/, () => ({ meetings: many(20, meeting), total: 20, posts: meetingDetail.posts })],
  [/\/meetings\/[\w-]+$/, () => meetingDetail],
  [/\/activities$/, () => ({ activities: many(40, activity), total: 40 })],
  [/\/activities\/waiting$/, () => ({ late: 2 })],
  [/\/activities\/[\w-]+$/, () => activityDetail],
  [/\/branches\/b\/months\/([\d-]+)$/, month => book(month)],
  [
    /\/week$/,
    () => ({
      rows: many(PEOPLE, i => ({
        member: id(i),
        name: name(i),
        week: '2026-11-16',
        phone: i % 2 === 0,
        branch: false,
        offline: false,
        bound: true,
      })),
    }),
  ],
  [
    /\/posts$/,
    () => ({
      people: many(PEOPLE, i => ({ member: id(i), name: name(i), committee: i < 3, group: `第${(i % 3) + 1}组` })),
    }),
  ],
  [/\/themes$/, () => ({ themes: [{ ...sent, from: '示例街道01' }] })],
  [/\/branches\/b\/visits$/, () => ({ visits: [{ ...visit(1), from: '示例街道01' }] })],
  [/\/assignments$/, () => ({ assignments: [] })],
  [/\/requests$/, () => ({ requests: [] })],
  [
    /\/study-hours$/,
    () => ({
      year: '2026',
      hours: 12,
      required: 32,
      entries: many(20, i => ({ day: day(i), kind: 'lecture', title: `党课${i}`, hours: 1 })),
    }),
  ],
  [/\/orgs\/\w+\/months\/[\d-]+$/, () => filed],
  [/\/needs$/, () => needs],
  [/\/orgs\/\w+\/branches$/, () => ({ branches: many(60, branch) })],
  [/\/sent$/, () => ({ total: 50, rows: many(50, i => ({ ...sent, id: id(i) })) })],
  [/\/sent\/[\w-]+$/, () => ({ sent, total: 60, rows: many(50, i => ({ ...branch(i), members: 20, done: 10 })) })],
  [/\/orgs\/\w+\/visits$/, () => ({ total: 50, rows: many(50, visit) })],
  [/\/orgs\/\w+\/visits\/[\w-]+$/, () => visit(1)],
]
const taken: { method: string; url: string; body: unknown }[] = []
const answer: Answer = ({ url, method, body }) => {
  const at = url.replace('https://service.invalid', '').split('?')[0]!
  if (method !== 'GET') {
    taken.push({ method, url: at, body })
    const until = new Date(MORNING + 1_800_000).toISOString()
    return { status: 200, data: at.endsWith('/code') ? { qr: 'EQX-QD.x', digits: '123456', until } : { id: id(0) } }
  }
  const said = SAYS.find(([end]) => end.test(at))
  return said && { status: 200, data: said[1](said[0].exec(at)![1] ?? '') }
}

function signedIn(...roles: { role: string; org: string; orgName: string }[]): PhoneOptions {
  const storage = new PhoneStorage()
  const claims = Buffer.from(JSON.stringify({ sub: 'm', t: 'demo' })).toString('base64url')
  const me = {
    name: '示例赵一一',
    branch: 'b',
    branchName: '示例支部',
    unmasked: false,
    consent: null,
    demo: true,
    roles,
  }
  storage.set('kv/session', JSON.stringify({ access: `x.${claims}.x`, refresh: 'r', me }))
  return { storage, answer }
}
const secretary = () => signedIn({ role: 'secretary', org: 'b', orgName: '示例支部' })
const unit = () => signedIn({ role: 'unit_admin', org: 'u01', orgName: '示例街道01' })

const PAGES: [string, () => PhoneOptions, RegExp][] = [
  [`branch/meeting/index?id=${id(0)}`, secretary, /第1次主题党日/],
  ['branch/meetings/index', secretary, /上级发的主题/],
  ['branch/activities/index', secretary, /要办的/],
  [`branch/activity/index?id=${id(0)}`, secretary, /我为群众办实事，办理中/],
  ['branch/write-activity/index', secretary, /哪一种/],
  [`branch/write-activity/index?id=${id(0)}`, secretary, /我为群众办实事/],
  ['branch/hours/index', secretary, /一年一般不少于/],
  ['branch/report/index', secretary, /支部一起做的/],
  ['branch/book/index?month=2026-11', secretary, /二、活动（\d+ 次）和实事/],
  ['branch/posts/index', secretary, /支委/],
  ['branch/home/index', secretary, /上级来看过，要改的/],
  ['district/filed/index', unit, /个支部已报/],
  ['district/needs/index', unit, /10 月的月报还没报，2 件实事过了期限/],
  ['district/send/index', unit, /发给哪些支部/],
  ['district/sent/index', unit, /一起读/],
  [`district/sent/index?id=${id(1)}`, unit, /完成 10 \/ 20/],
  ['district/visits/index', unit, /要改/],
  [`district/visit/index?id=${id(1)}`, unit, /改成了什么样/],
]
for (const [page, as, seen] of PAGES) {
  test(
    `${page.split('/index')[0]} of a full branch or unit and its taps stay within their setData`,
    { skip },
    async () => {
      const url = `subpackages/${page}`
      const phone = new Phone(PACKAGE, as())
      await phone.launch(url)
      assert.match(words(phone), seen)
      phone.kill()
      const cost = await costOf(url, as())
      assert.deepEqual(cost.faults, [])
      assert.ok(cost.bytes <= BUDGETS.firstSetData, `first setData: ${cost.bytes} B`)
      const heavy = cost.taps.filter(it => it.bytes > (it.opened ? BUDGETS.firstSetData : BUDGETS.tap))
      assert.deepEqual(heavy, [])
    },
  )
}

test('a month on the phone: a deed is written down, the month is made up and filed', { skip }, async () => {
  taken.length = 0
  const phone = new Phone(PACKAGE, secretary())
  await phone.launch('subpackages/branch/activities/index')
  await tap(phone, 'to-write-activity')
  await tap(phone, 'activity-kind-talk')
  await write(phone, 'activity-title', '院子里讲长征')
  await tap(phone, 'activity-save')
  const [told] = taken
  assert.deepEqual([told!.method, told!.url], ['POST', '/v1/branches/b/activities'])
  assert.equal((told!.body as { title: string }).title, '院子里讲长征')
  await phone.go('subpackages/branch/report/index')
  await tap(phone, 'to-book')
  await tap(phone, byName(phone, '报 '))
  // A week before the month ends it is asked first.
  await tap(phone, 'dialog-confirm')
  assert.match(taken.at(-1)!.url, /\/v1\/branches\/b\/months\/\d{4}-\d\d\/filed$/)
  assert.deepEqual(taken.at(-1)!.body, { studied: PEOPLE })
  assert.deepEqual(phone.faults, [])
})

test('a ready theme is sent without typing', { skip }, async () => {
  taken.length = 0
  const phone = new Phone(PACKAGE, unit())
  await phone.launch('subpackages/district/send/index')
  await tap(phone, 'send-kind-theme')
  const ready = controls(phone).find(it => it.id.startsWith('ready-') && it.id !== 'ready-more')!
  await tap(phone, ready)
  await tap(phone, 'send')
  const { title, items, kind } = taken.at(-1)!.body as { title: string; items: string[]; kind: string }
  assert.equal(kind, 'theme')
  assert.ok(nameOf(ready).includes(title) && items.length > 0)
  assert.deepEqual(phone.faults, [])
})

test('every row of the book is reached on the phone, a few at a time', { skip }, async () => {
  const phone = new Phone(PACKAGE, secretary())
  await phone.launch('subpackages/branch/book/index?month=2026-11')
  const more = () => controls(phone).find(node => /^再看 \d+ [次件项人]$/.test(nameOf(node)))
  assert.ok(more())
  for (let next = more(); next; next = more()) {
    const { bytes } = await tap(phone, next)
    assert.ok(bytes <= BUDGETS.tap, `${nameOf(next)}: ${bytes} B`)
  }
  const said = words(phone)
  for (let i = 0; i < PEOPLE; i++) assert.match(said, new RegExp(`${name(i)}(?!\\d)`))
  for (let i = 1; i <= 7; i++) assert.match(said, new RegExp(`第${i}次主题党日`))
  for (let i = 1; i <= 7; i++) assert.match(said, new RegExp(`第${i}件`))
  for (let i = 0; i < 7; i++) assert.match(said, new RegExp(`任务${i}`))
  assert.deepEqual(phone.faults, [])
})
