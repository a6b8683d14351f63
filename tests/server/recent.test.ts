import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Recent } from '../../server/src/auth/recent'
import { RateStore } from '../../server/src/plugins/rate-store'
import { Actors } from '../../server/src/auth/actors'
import { TENANT, person, plantTree, world } from './support'

const recent = (ms: number, limit: number) => {
  const clock = { now: 1_000_000 }
  return { clock, it: new Recent<number>(ms, limit, () => clock.now) }
}

test('what was put in is there for as long as it was promised, and gone after twice that', () => {
  for (const late of [0, 1, 500, 999]) {
    const { clock, it } = recent(1000, 10)
    clock.now += late
    it.set('a', 1)
    clock.now += 999
    assert.equal(it.get('a'), 1, `${late}`)
    clock.now += 1001
    assert.equal(it.get('a'), undefined, `${late}`)
    assert.equal(it.size, 0)
  }
})

test('however many are put in, no more than twice the limit are kept, the last of them always', () => {
  const { it } = recent(1000, 100)
  for (let i = 0; i < 10_000; i++) {
    it.set(`k${i}`, i)
    assert.ok(it.size <= 200)
    for (let k = Math.max(0, i - 99); k <= i; k += 33) assert.equal(it.get(`k${k}`), k)
  }
})

test('what is put in again is kept once, what is deleted is gone, and a clock set back makes nothing last', () => {
  const { clock, it } = recent(1000, 10)
  it.set('a', 1)
  clock.now += 1000
  it.set('a', 2)
  assert.equal(it.size, 1)
  assert.equal(it.get('a'), 2)
  it.delete('a')
  assert.equal(it.get('a'), undefined)
  it.set('b', 1)
  clock.now -= 3_600_000
  assert.equal(it.get('b'), undefined)
})

test('members who have gone quiet are not kept in memory, nor are those who asked a while ago', async () => {
  const w = await world()
  try {
    await plantTree(w)
    let now = w.service.now()
    const actors = new Actors(w.connection.db, () => now)
    const claims = []
    for (const name of ['甲', '乙', '丙']) {
      const { id, token } = await person(w, 'b1', name)
      claims.push({ sub: id, t: TENANT, v: 1, l: w.app.jwt.decode<{ l: string }>(token)!.l })
    }
    for (const it of claims) await actors.find(it)
    assert.equal(actors.size, 3)
    now += 31_000
    await actors.find(claims[0]!)
    now += 31_000
    await actors.find(claims[0]!)
    assert.equal(actors.size, 1)
  } finally {
    await w.close()
  }
  const store = new RateStore()
  for (let i = 0; i < 120_000; i++) store.incr(`10.0.${i}`, () => undefined, 60_000)
  assert.ok(store.size <= 100_000, `${store.size}`)
})
