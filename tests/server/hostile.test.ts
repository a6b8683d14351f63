import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { seeded } from '../../domain/quiz/random'
import { type Person, type World, person, plantTree, world } from './support'

let w: World
let people: Person[]
before(async () => {
  w = await world({ env: { DEMO: '1' } })
  await plantTree(w)
  people = await makePeople()
})
const makePeople = async () => [
  await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] }),
  await person(w, 'b1', '督导', { roles: [['supervisor', 'd']] }),
]
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

test('1,000 hostile bodies made from the API’s own document: never a 5xx', async () => {
  const { paths } = w.app.swagger() as unknown as { paths: Record<string, Record<string, Operation>> }
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const withBody = operations.filter(it => it.operation.requestBody)
  assert.ok(withBody.length >= 15)
  const bind = w.app.jwt.sign({ bind: 'nobody' })
  let clientErrors = 0
  let tooMany = 0
  for (let i = 0; i < 1000; i++) {
    // A member may ask 60 times a minute where secrets are guessed, 300 times elsewhere.
    if (i % 100 === 99) people = await makePeople()
    const { path, method, operation } = i < 800 ? pick(withBody) : pick(operations)
    const query = (operation.parameters ?? []).filter(it => it.in === 'query')
    const url = `${path.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === 'branch' ? pick(['b1', 'b1', '%00']) : name === 'org' ? pick(['d', 'd', '%F0%9F']) : text(pick(NASTY)),
    )}?${query.map(it => `${it.name}=${text(hostile(it.schema))}`).join('&')}`
    const token = path.startsWith('/v1/bind') ? bind : pick(people).token
    const raw = random()
    const body = JSON.stringify(hostile(operation.requestBody?.content['application/json'].schema)) ?? ''
    const response = await w.app.inject({
      method: method.toUpperCase() as 'POST',
      url,
      remoteAddress: `10.0.${i % 250}.${(i * 7) % 250}`,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': raw < 0.05 ? 'text/xml' : 'application/json',
      },
      payload: method === 'get' ? undefined : raw > 0.95 ? body.slice(0, -1) : body,
    })
    const { statusCode } = response
    assert.ok(
      statusCode < 500 || (path.startsWith('/v1/auth/wechat') && statusCode === 503),
      `${method} ${url} ${body} → ${statusCode}`,
    )
    if (statusCode >= 400) clientErrors += 1
    if (statusCode === 429) tooMany += 1
  }
  assert.ok(tooMany < 50, `${tooMany} were turned away before anybody looked`)
  assert.ok(clientErrors > 700, `${clientErrors} refused`)
})

test('hostile events inside a sound batch are refused one by one', async () => {
  const who = people[0]!
  const events = Array.from({ length: 200 }, () => ({
    id: pick(NASTY),
    kind: pick(['read', 'answer', 'x']),
    at: pick(NASTY),
    day: pick(NASTY),
  }))
  w.pass(61_000)
  const response = await w.app.inject({
    method: 'POST',
    url: '/v1/events',
    headers: { authorization: `Bearer ${w.app.jwt.sign({ sub: who.id, t: 't', v: 1 })}` },
    payload: { events },
  })
  assert.ok(response.statusCode === 200 || response.statusCode === 429, String(response.statusCode))
})

const text = (value: unknown) => {
  try {
    return encodeURIComponent(typeof value === 'string' ? value.slice(0, 80) : JSON.stringify(value))
  } catch {
    return '%ED%A0%80'
  }
}
