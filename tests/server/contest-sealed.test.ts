import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { seeded } from '../../domain/quiz/random'
import type { Role } from '../../domain/contract/roles'
import { type Person, type World, call, person, plantTree, world } from './support'
import { MINUTE, Phone, SECRET, ask, organiserOf, publish } from './contests'

// Before the close nobody but the organiser reads a question whose turn has not come, and nobody a key: every route, every role.
let w: World
let organiser: Person
let contest: string
let sealed: string
before(async () => {
  w = await world({ env: { TRUST_PROXY: '1', DEMO: '1' } })
  await plantTree(w)
  organiser = await organiserOf(w, 'd', 'b2')
  contest = await publish(w, organiser, { tries: 2, closes: new Date(w.service.now() + 600 * MINUTE).toISOString() })
  const { rows } = await w.connection.pool.query('select pool from contest_pool where contest_id = $1', [contest])
  sealed = rows[0].pool
})
after(() => w.close())

const ROLES: Record<string, [Role, string][]> = {
  member: [],
  secretary: [['secretary', 'b1']],
  unit_admin: [['unit_admin', 'u1']],
  supervisor: [['supervisor', 'd']],
  organiser: [
    ['organiser', 'u1'],
    ['organiser', 'b1'],
  ],
}
/** What a try asks in turn, so that routes are asked before, in and after it. */
const BODIES: Record<string, (phone: Phone) => object> = {
  question: phone => ({ ...phone.of(), n: 1 }),
  answers: phone => ({ ...phone.of(), n: 1, given: ['A'], next: true }),
  clock: phone => phone.of(),
  finish: phone => phone.of(),
  resume: phone => ({ device: phone.device }),
  appeals: () => ({ number: 1, words: '有误' }),
  voids: () => ({ number: 1, reason: '作废' }),
  close: () => ({ reason: '结束' }),
  publish: () => ({ revision: 2 }),
}
/** Of the sealed pool: every key of a question, as it stands there, and the seed. */
const keys = () => {
  const { seed, questions } = JSON.parse(sealed) as { seed: string; questions: { basis: string; explain: string }[] }
  return [seed, ...questions.map(it => it.basis)]
}

test('no route tells any role a stem, an option, a key, a basis or the seed before the close, but one’s own question in its turn', async () => {
  const random = seeded('walk')
  const ordinary = w.app.scoped.filter(it => it.scope !== 'bind')
  assert.ok(ordinary.length > 100)
  let tried = 0
  for (const [role, roles] of Object.entries(ROLES)) {
    const who = await person(w, 'b1', `${role}的`, { roles })
    const phone = new Phone(w, who, contest)
    if (role !== 'supervisor') await phone.start()
    // What is asked for in turn is shown: it is left out of the walk's answers.
    const own = role === 'member' ? JSON.stringify(await phone.question(0)) : ''
    for (const [i, { method, url }] of ordinary.entries()) {
      // What ends the person or the login comes in no walk.
      if (/logout|\/v1\/me$/.test(url) && method !== 'GET') continue
      if (role === 'member' && url.endsWith('/question')) continue
      const last = url.split('/').pop()!
      for (const org of ['d', 'u1', 'b1']) {
        const filled = url
          .replace(':branch', 'b1')
          .replace(':org', org)
          .replace(':contest', contest)
          .replace(':format', random() < 0.5 ? 'csv' : 'xlsx')
          .replace(/:\w+/g, contest)
        const body = method === 'GET' || method === 'DELETE' ? undefined : (BODIES[last]?.(phone) ?? {})
        const from = { 'x-forwarded-for': `10.${tried >> 8}.0.${tried % 250}` }
        const answer = await call(w, who, method, filled, body, from)
        tried += 1
        const text = answer.raw.toString('utf8')
        const label = `${role} ${method} ${filled} → ${answer.status}`
        assert.doesNotMatch(text, SECRET, label)
        for (const key of keys()) assert.ok(!text.includes(key), label)
        if (url === '/v1/me/contests/:contest' || i % 20 === 0) await new Promise(resolve => setImmediate(resolve))
        if (!url.includes(':org')) break
      }
    }
    assert.ok(role !== 'member' || own.includes('机密'), 'the member does read the question whose turn it is')
  }
  assert.ok(tried > 500, `${tried} tried`)
})

test('of the question whose turn it is nothing is told that says which is right, whatever is answered', async () => {
  const phone = new Phone(w, await person(w, 'b1', '答的'), contest)
  await phone.start()
  for (let n = 0; n < 3; n++) {
    const question = await phone.question(n)
    assert.deepEqual(Object.keys(question).sort(), ['leftMs', 'n', 'options', 'stem', 'type'])
    for (const option of question.options) assert.deepEqual(Object.keys(option).sort(), ['id', 'text'])
    const { json } = await phone.answer(n, [question.options[0]!.id])
    assert.deepEqual(Object.keys(json).sort(), ['finished', 'late', 'n'])
    assert.doesNotMatch(JSON.stringify((await phone.get()).json), /right|correct|score|key/)
  }
})

test('neither the log nor the audit log nor a metric holds a word of the pool', async () => {
  assert.doesNotMatch(w.logged(), SECRET)
  const { rows } = await w.connection.pool.query('select reason from audit_log')
  assert.doesNotMatch(JSON.stringify(rows), SECRET)
  const metrics = await call(w, undefined, 'GET', '/metrics')
  assert.doesNotMatch(metrics.raw.toString(), SECRET)
})

test('what is stored of a seed and a pool is what was hashed: nobody can change either after the publishing', async () => {
  const before = await ask(w, await person(w, 'b1', '看的'), 'GET', `/v1/me/contests/${contest}`)
  const crypto = await import('node:crypto')
  assert.equal(crypto.createHash('sha256').update(sealed).digest('hex'), before.sha256)
})
