import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import fc from 'fast-check'
import { ANSWERED_A_DAY, DAYS_BACK } from '../../domain/contract/day-limits'
import { CONSENT_VERSION } from '../../domain/contract/consent'
import type { DayRecord } from '../../domain/contract/days'
import { addDays } from '../../domain/time/day'
import { type Devices, merged, withWord } from '../../server/src/features/days/rules'
import { dayOf, device, tell, todayOf } from './acts'
import { type Person, type World, call, person, plantTree, world } from './support'

let w: World
let today: string
const asked: string[] = []
before(async () => {
  w = await world({ onQuery: ({ query }) => void asked.push(query.sql) })
  await plantTree(w)
  today = todayOf(w)
})
after(() => w.close())

const held = async (who: Person) => (await call(w, who, 'GET', '/v1/me/days')).json.days as DayRecord[]

test('a day is held as it was told, and telling it again changes nothing', async () => {
  const who = await person(w, 'b1', '甲')
  const day = dayOf(today, { finished: ['a-0001', 'article:a-0001'], answered: { reform: 7 } })
  assert.deepEqual(await tell(w, who, day), [{ taken: true }])
  const once = await held(who)
  await tell(w, who, day)
  assert.deepEqual(once, [day])
  assert.deepEqual(await held(who), once)
})

test('a day grows; what comes late from before takes nothing away', async () => {
  const who = await person(w, 'b1', '乙')
  const early = dayOf(today, { studied: false, answered: { reform: 2 } })
  const later = dayOf(today, { finished: ['a-0001'], answered: { reform: 9, people: 1 } })
  await tell(w, who, early)
  await tell(w, who, later)
  await tell(w, who, early)
  assert.deepEqual(await held(who), [later])
})

test('two phones make one day: finished is united, answers are added up', async () => {
  const who = await person(w, 'b1', '丙')
  const secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  await tell(w, who, dayOf(today, { studied: false, finished: ['a-0001'], answered: { reform: 4 } }))
  await tell(w, who, dayOf(today, { device: device(2), finished: ['a-0001', 'e-0001'], answered: { reform: 3 } }))
  const { rows } = await w.connection.pool.query(
    'select studied, finished, answered from member_day where member_id = $1',
    [who.id],
  )
  assert.deepEqual(rows, [{ studied: true, finished: ['a-0001', 'e-0001'], answered: { reform: 7 } }])
  const week = (await call(w, secretary, 'GET', '/v1/branches/b1/week')).json.rows
  assert.equal(week.find((it: { name: string }) => it.name === '丙').phone, true)
})

test('one phone written in capitals is the same phone: its answers do not count twice', async () => {
  const who = await person(w, 'b1', '大写的')
  const id = 'abcdef00-0000-4000-8000-00000000000a'
  const told = dayOf(todayOf(w), { device: id, answered: { reform: 3 } })
  await tell(w, who, told, { ...told, device: id.toUpperCase() })
  const { days } = (await call(w, who, 'GET', '/v1/me/days')).json
  assert.deepEqual(days, [told])
})

test('a day counts from fourteen days back to today, by the service’s clock', async () => {
  const who = await person(w, 'b1', '丁')
  const days = [-DAYS_BACK - 1, -DAYS_BACK, 0, 1].map(n => dayOf(addDays(today, n)))
  assert.deepEqual(
    (await tell(w, who, ...days)).map(it => it.reason ?? 'taken'),
    ['old', 'taken', 'taken', 'ahead'],
  )
  assert.deepEqual(
    (await held(who)).map(it => it.day),
    [addDays(today, -DAYS_BACK), today],
  )
})

test('unknown ids are named and left out; withheld ones are known; the rest of the day is kept', async () => {
  const who = await person(w, 'b1', '戊')
  const finished = ['a-0001', 'a-0900', 'a-7777', 'article:a-0002']
  const [answer] = await tell(w, who, dayOf(today, { finished, answered: { reform: 5 } }))
  assert.deepEqual(answer, { taken: true, unknown: ['a-7777', 'article:a-0002'] })
  assert.deepEqual((await held(who))[0]!.finished, ['a-0001', 'a-0900'])
})

test('five phones of a member are heard in a fortnight, a sixth is told so, and the five go on', async () => {
  const who = await person(w, 'b1', '己')
  for (let n = 1; n <= 5; n++) await tell(w, who, dayOf(addDays(today, -n), { device: device(n) }))
  assert.deepEqual(await tell(w, who, dayOf(today, { device: device(6) })), [{ taken: false, reason: 'devices' }])
  assert.deepEqual(await tell(w, who, dayOf(today, { device: device(3) })), [{ taken: true }])
})

test('figures cannot be minted: too many, too much, of another shape or beside the fields are refused whole', async () => {
  const who = await person(w, 'b1', '庚')
  const put = (...days: object[]) => call(w, who, 'PUT', '/v1/days', { days })
  const good = dayOf(today)
  for (const bad of [
    { ...good, minutes: 4320 },
    { ...good, correct: 3 },
    { ...good, answered: { reform: ANSWERED_A_DAY + 1 } },
    { ...good, answered: { reform: -1 } },
    { ...good, answered: { nothing: 1 } },
    { ...good, finished: ['q-00001'] },
    { ...good, finished: [`a-${'1'.repeat(5000)}`] },
    { ...good, day: '2026-02-30' },
    { ...good, device: 'iPhone' },
  ])
    assert.equal((await put(bad)).status, 400, JSON.stringify(bad).slice(0, 80))
  assert.equal((await put(...Array.from({ length: 16 }, () => good))).status, 400)
  assert.equal((await put()).status, 400)
  assert.deepEqual(await held(who), [])
})

test('nothing is taken before consent, nor after it is withdrawn', async () => {
  const who = await person(w, 'b1', '壬', { consent: false })
  const put = () => call(w, who, 'PUT', '/v1/days', { days: [dayOf(today)] })
  assert.deepEqual([(await put()).status, (await put()).json.error], [403, 'consent'])
  assert.equal((await call(w, who, 'POST', '/v1/me/consent', { version: CONSENT_VERSION })).status, 204)
  assert.equal((await put()).status, 200)
  assert.equal((await call(w, who, 'DELETE', '/v1/me/consent')).status, 204)
  assert.equal((await put()).status, 401)
})

test('a day that grows is read and written over; the same word again is only read', async () => {
  const who = await person(w, 'b1', '子')
  const statements = async (...days: DayRecord[]) => {
    asked.length = 0
    await tell(w, who, ...days)
    return asked.map(it => /(?<!for )\b(select|insert|update)\b/.exec(it)?.[1])
  }
  const [yesterday, now] = [dayOf(addDays(today, -1)), dayOf(today, { finished: ['a-0001'], answered: { reform: 5 } })]
  await tell(w, who, yesterday, now)
  const more = { ...now, answered: { reform: 6 } }
  assert.deepEqual(await statements(yesterday, more), ['select', 'update'])
  assert.deepEqual(await statements(yesterday, more, now), ['select'])
  assert.deepEqual(await held(who), [yesterday, more])
})

test('the same day from two phones at once loses neither', async () => {
  const who = await person(w, 'b1', '癸')
  await Promise.all([1, 2, 3, 4].map(n => tell(w, who, dayOf(today, { device: device(n), answered: { reform: n } }))))
  const { rows } = await w.connection.pool.query('select answered from member_day where member_id = $1', [who.id])
  assert.deepEqual(rows[0].answered, { reform: 10 })
})

test('whatever the order and however often, the words of the devices make the same day', () => {
  const told = fc.record({
    studied: fc.boolean(),
    finished: fc.uniqueArray(fc.constantFrom('a-0001', 'a-0002', 'e-0001'), { maxLength: 3 }),
    answered: fc.dictionary(fc.constantFrom('reform', 'people'), fc.integer({ min: 1, max: ANSWERED_A_DAY })),
  })
  const words = fc.array(fc.tuple(fc.constantFrom('x', 'y', 'z'), told), { maxLength: 8 })
  fc.assert(
    fc.property(words, words, (all, again) => {
      const heard = (list: typeof all) =>
        list.reduce<Devices>((devices, [id, it]) => withWord(devices, id, it as never), {})
      const repeated = [...all, ...again.map((_, i) => all[i % Math.max(1, all.length)]).filter(it => it !== undefined)]
      assert.deepEqual(merged(heard(repeated.reverse())), merged(heard(all)))
      for (const n of Object.values(merged(heard(all)).answered)) assert.ok(n! <= ANSWERED_A_DAY)
    }),
  )
})

test('what every phone asks the database is prepared under few names, whoever asks; nothing else is', async () => {
  for (const name of ['庚一', '庚二', '庚三']) {
    const who = await person(w, 'b1', name)
    for (const reform of [1, 2]) await tell(w, who, dayOf(today, { answered: { reform } }))
  }
  const { pool } = w.connection
  const clients = await Promise.all(Array.from({ length: pool.totalCount }, () => pool.connect()))
  const kept = await Promise.all(
    clients.map(it => it.query<{ statement: string }>('select statement from pg_prepared_statements')),
  )
  for (const it of clients) it.release()
  const texts = new Set(kept.flatMap(it => it.rows.map(row => row.statement)))
  const about = [
    ...['as alive', 'update member_day', 'for update', 'select day, devices', 'insert into "member_day"', 'as grants'],
  ]
  for (const words of about)
    assert.ok(
      [...texts].some(it => it.includes(words)),
      `prepared: ${words}`,
    )
  // A request tells of fifteen days at most, and each number of days has a text.
  assert.ok(texts.size <= about.length + 15, [...texts].join('\n'))
  assert.deepEqual(
    [...texts].filter(it => !it.includes('/* prepared */')),
    [],
  )
})
