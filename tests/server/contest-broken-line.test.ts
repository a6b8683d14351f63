import assert from 'node:assert/strict'
import net from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type World, person, plantTree, world } from './support'
import { Phone, organiserOf, publish, rightOf } from './contests'

// Lines that break in the middle: what was acknowledged is there, what was not can be sent again, and nothing is there twice.
let w: World
let contest: string
let port: number
before(async () => {
  w = await world()
  await plantTree(w)
  contest = await publish(w, await organiserOf(w))
  port = Number(new URL(await w.app.listen({ host: '127.0.0.1', port: 0 })).port)
})
after(() => w.close())

const begun = async (name: string) => {
  const phone = new Phone(w, await person(w, 'b1', name), contest)
  await phone.start()
  return phone
}
const answersOf = async ({ who }: Phone): Promise<unknown[]> =>
  (await w.connection.pool.query('select answers from contest_try where member_id = $1', [who.id])).rows[0].answers

/** Sends an answer whole and hangs up without waiting for a word. */
async function sendAndHangUp({ who, try: number, device }: Phone, n: number, given: string[]): Promise<void> {
  const body = JSON.stringify({ try: number, device, n, given, next: false })
  const head = [
    `POST /v1/me/contests/${contest}/answers HTTP/1.1`,
    'host: 127.0.0.1',
    `authorization: Bearer ${who.token}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
  ]
  const socket = net.connect(port, '127.0.0.1')
  socket.on('error', () => undefined)
  await new Promise<void>(resolve => socket.write(`${head.join('\r\n')}\r\n\r\n${body}`, () => resolve()))
  socket.destroy()
}

test('a line that breaks after the answer was sent: sent again it is acknowledged, and it is stored once', async () => {
  const phone = await begun('断线的')
  for (let n = 0; n < 6; n++) {
    const given = rightOf(await phone.question(n))
    await sendAndHangUp(phone, n, given)
    // Sometimes the phone is back before the service has done it, sometimes after.
    if (n % 2 === 0) await sleep(30)
    const { status, json } = await phone.answer(n, given)
    assert.deepEqual([status, json], [200, { n, late: false, finished: n === 5 }])
    assert.equal((await answersOf(phone)).length, n + 1)
  }
})

test('the database’s connections are cut while forty answer: each is stored once, acknowledged at last', async () => {
  const phones = await Promise.all(Array.from({ length: 40 }, (_, i) => begun(`众${i}`)))
  const given = new Map<Phone, string[]>()
  for (const phone of phones) given.set(phone, rightOf(await phone.question(0)))
  const statuses = new Map<number, number>()
  const until = async (phone: Phone) => {
    for (;;) {
      const { status, json } = await phone.answer(0, given.get(phone)!)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if (status === 200) return json
      assert.deepEqual([status, json.error], [503, 'database'])
      await sleep(20)
    }
  }
  const answers = phones.map(until)
  // All but the one that does it.
  await w.connection.pool
    .query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    .catch(() => undefined)
  for (const ack of await Promise.all(answers)) assert.deepEqual(ack, { n: 0, late: false, finished: false })
  for (const phone of phones) assert.equal((await answersOf(phone)).length, 1)
  assert.equal(statuses.get(200), 40)
})
