import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import { seeded } from '../../domain/quiz/random'
import { shanghaiDay } from '../../domain/time/day'
import { dayOf, device } from './acts'
import { CONTEST_CONSENT_VERSION } from '../../domain/contract/contest-consent'
import { Phone, publish, settings } from './contests'
import { type Person, type World, call, newKey, person, plantTree, world } from './support'

const TODAY = shanghaiDay(Date.now())

let w: World
let people: Person[]
before(async () => {
  w = await world({ env: { DEMO: '1' } })
  await plantTree(w)
  people = await makePeople()
})
const makePeople = async () => [
  await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] }),
  await person(w, 'b1', '督导', {
    roles: [
      ['supervisor', 'd'],
      ['organiser', 'd'],
    ],
  }),
]
/** Things of the branch that are there, by the name that addresses give them. */
async function makeKnown(): Promise<Record<string, string>> {
  const of = async (noun: string, body: object) =>
    (await call(w, people[0], 'POST', `/v1/branches/b1/${noun}`, body)).json.id as string
  const { id } = await person(w, 'b1', '某人')
  const record = { ...newKey(), members: [id], day: TODAY, minutes: 30, what: '读报', reason: '没有手机' }
  const offline = await call(w, people[0], 'POST', '/v1/branches/b1/offline', record)
  return {
    member: id,
    record: offline.json.ids[0],
    assignment: await of('assignments', { ...newKey(), title: '任务', due: TODAY, items: ['a-0001'] }),
    meeting: await of('meetings', { ...newKey(), kind: 'group', title: '小组会', day: TODAY, time: '19:00' }),
    activity: await of('activities', {
      ...{ ...newKey(), kind: 'book', title: '一本书', day: TODAY, state: 'planned', words: {}, members: [] },
    }),
    invite: await of('invites', {}),
    contest: await makeContest(),
    format: 'csv',
  }
}
/** One that has begun, in the middle of which a phone is. */
async function makeContest(): Promise<string> {
  const contest = await publish(w, people[1]!)
  phone = new Phone(w, people[0]!, contest)
  await phone.start()
  await phone.question(0)
  return contest
}
let phone: Phone
after(() => w.close())

interface Schema {
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  enum?: unknown[]
  anyOf?: Schema[]
}
interface Operation {
  requestBody?: { content: { 'application/json': { schema: Schema } } }
  parameters?: { name: string; in: string; schema: Schema }[]
}

const random = seeded('hostile')
const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
const NASTY: unknown[] = [
  null,
  '',
  '\0',
  '\ud800',
  'a\0b',
  '💣'.repeat(50),
  'x'.repeat(5000),
  "'; drop table member; --",
  '{{7*7}}',
  '../../etc/passwd',
  -1,
  0,
  1e308,
  -0.1,
  2 ** 53,
  [],
  {},
  [[]],
  { $gt: '' },
  true,
  '2026-02-30',
  '9999-12-31',
  '00000000-0000-0000-0000-000000000000',
  '%00',
  '１２３４',
]

/** A value of the schema's shape with something wrong in it, here or deeper. */
function hostile(schema: Schema | undefined, depth = 0): unknown {
  if (!schema || random() < 0.25 || depth > 4) return pick(NASTY)
  if (schema.anyOf) return hostile(pick(schema.anyOf), depth + 1)
  if (schema.enum) return random() < 0.5 ? pick(schema.enum) : pick(NASTY)
  if (schema.type === 'object') {
    const keys = Object.keys(schema.properties ?? {})
    const body = Object.fromEntries(keys.map(key => [key, hostile(schema.properties![key], depth + 1)]))
    if (random() < 0.2) body.__proto__ = pick(NASTY)
    if (random() < 0.3) body.extra = pick(NASTY)
    return body
  }
  if (schema.type === 'array') {
    return Array.from({ length: pick([0, 1, 3, 201]) }, () => hostile(schema.items, depth + 1))
  }
  return pick(NASTY)
}

/** A value that the property of this name takes. */
const SOUND: Record<string, unknown> = {
  code: 'code',
  refresh: 'token',
  invite: 'ABCD2345',
  name: '某人',
  last4: '1234',
  consent: CONSENT_VERSION,
  version: CONSENT_VERSION,
  unmasked: false,
  day: TODAY,
  due: TODAY,
  week: TODAY,
  month: TODAY.slice(0, 7),
  minutes: 30,
  again: true,
  state: 'planned',
  words: {},
  hours: 1,
  revision: 1,
  size: 5,
  seed: 'abc',
  branch: 'b1',
  time: '19:00',
  kind: 'group',
  title: '题目',
  note: '备注',
  place: '活动室',
  what: '读报',
  reason: '没有手机',
  items: ['a-0001'],
  id: 'secretary',
  from: 0,
  before: '00000000-0000-7000-8000-000000000001',
  mode: 'check',
  rows: 'children',
}
/** A sound body with one thing in it made wrong: what lies behind the first check is reached. */
function nearlySound(schema: Schema, path: string): unknown {
  const keys = Object.keys(schema.properties ?? {})
  const victim = random() < 0.9 ? pick(keys) : ''
  const { id } = people[0]!
  const sound: Record<string, unknown> = {
    ...SOUND,
    ...newKey(),
    members: [id],
    member: id,
    lead: id,
    ...(path.includes('/activities') && { kind: 'book' }),
    ...(path.includes('/meetings') && { chair: id, recorder: id, links: ['a-0001'], minutes: '议了三件事', edits: 0 }),
    ...(path.endsWith('/leave') && { reason: 'work' }),
    ...(path.endsWith('/filed') && { members: 5, studied: 3, meetings: 1 }),
    days: path === '/v1/days' ? soundDays(victim === 'days') : 14,
    ...(path.includes('/contest') && {
      ...{ ...settings(w), ...phone.of(), ticket: 'x', consent: CONTEST_CONSENT_VERSION, name: 'full' },
      ...{ n: 0, given: ['A'], next: true, number: 1, void: false, words: '有误' },
    }),
  }
  const kept = (key: string) => key !== victim || (key === 'days' && path === '/v1/days')
  return Object.fromEntries(keys.map(key => [key, kept(key) ? sound[key] : wrong(sound[key])]))
}
const wrong = (value: unknown) => (Array.isArray(value) && random() < 0.5 ? [...value, pick(NASTY)] : pick(NASTY))
function soundDays(spoilt: boolean) {
  const days = [1, 2].map(n => dayOf(TODAY, { device: device(n), finished: ['a-0001'], answered: { reform: n } }))
  if (!spoilt) return days
  return days.map(day => {
    const key = pick(Object.keys(day)) as keyof typeof day
    return { ...day, [key]: wrong(day[key]) }
  })
}

test('over 1,000 hostile bodies, queries and ids made from the API’s own document, every route in turn: never a 5xx', async () => {
  const { paths } = w.app.swagger() as unknown as { paths: Record<string, Record<string, Operation>> }
  const operations = Object.entries(paths)
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ path, method, operation })))
    .filter(({ path, operation }) => operation.requestBody || operation.parameters?.length || path.includes('{'))
  assert.ok(operations.length >= 40, `${operations.length} routes`)
  const bind = w.app.jwt.sign({ bind: 'nobody' })
  const rounds = Math.ceil(2000 / operations.length)
  const refused = new Map<string, number>()
  let tried = 0
  let tooMany = 0
  let served = 0
  for (let round = 0; round < rounds; round++) {
    // A member may ask 60 times a minute where secrets are guessed, 300 times elsewhere.
    people = await makePeople()
    const known = await makeKnown()
    for (const { path, method, operation } of operations) {
      const queries = (operation.parameters ?? []).filter(it => it.in === 'query')
      const query = queries.map(({ name, schema }) => [name, random() < 0.5 ? SOUND[name] : hostile(schema)] as const)
      const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
        // Once each of them, whatever the lot says: a route without anything else is refused by that alone.
        if (name === 'branch') return round === 0 ? '%00' : pick(['b1', 'b1', 'b1', '%00'])
        if (name === 'org') return round === 0 ? '%F0%9F' : pick(['d', 'd', 'd', '%F0%9F'])
        return random() < 0.7 && known[name] ? known[name] : text(pick(NASTY))
      })
      const url = `${filled}?${query.map(([name, value]) => `${name}=${text(value)}`).join('&')}`
      const schema = operation.requestBody?.content['application/json'].schema
      const raw = random()
      const body = JSON.stringify(schema && random() < 0.6 ? nearlySound(schema, path) : hostile(schema)) ?? ''
      const token = path.startsWith('/v1/bind') ? bind : people[path.startsWith('/v1/orgs') ? 1 : 0]!.token
      const response = await w.app.inject({
        method: method.toUpperCase() as 'POST',
        url,
        remoteAddress: `10.0.${round}.${tried % 250}`,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': raw < 0.05 ? 'text/xml' : 'application/json',
        },
        payload: ['get', 'delete'].includes(method) ? undefined : raw > 0.95 ? body.slice(0, -1) : body,
      })
      const { statusCode } = response
      tried += 1
      assert.ok(
        statusCode < 500 || (/^\/v1\/auth\/(wechat|prove)/.test(path) && statusCode === 503),
        `${method} ${url} ${body} → ${statusCode}`,
      )
      const route = `${method} ${path}`
      if (statusCode >= 400) refused.set(route, (refused.get(route) ?? 0) + 1)
      if (statusCode === 429) tooMany += 1
      if (statusCode < 300 && schema) served += 1
    }
  }
  assert.ok(tried >= 1000, `${tried} tried`)
  for (const { path, method } of operations) assert.ok(refused.has(`${method} ${path}`), `${method} ${path}`)
  assert.ok(served > 20, `${served} got past every check`)
  assert.ok(tooMany < 50, `${tooMany} were turned away before anybody looked`)
})

const text = (value: unknown) => {
  try {
    return encodeURIComponent(typeof value === 'string' ? value.slice(0, 80) : JSON.stringify(value))
  } catch {
    return '%ED%A0%80'
  }
}
