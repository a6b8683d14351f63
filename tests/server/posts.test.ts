import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { MemberPost } from '../../domain/contract/posts'
import { addDays, shanghaiDay } from '../../domain/time/day'
import { type Person, type World, call, newKey, person, plantTree, world } from './support'

let w: World
let secretary: Person
let one: Person
let two: Person
before(async () => {
  w = await world()
  await plantTree(w)
  secretary = await person(w, 'b1', '书记', { roles: [['secretary', 'b1']] })
  one = await person(w, 'b1', '甲')
  two = await person(w, 'b1', '乙')
})
after(() => w.close())

const ask = (method: string, url: string, body?: object) => call(w, secretary, method, `/v1/branches/b1${url}`, body)
const put = (...changes: object[]) => ask('PUT', '/posts', { changes })
const read = async (): Promise<MemberPost[]> => (await ask('GET', '/posts')).json.people

test('the committee and the groups are set in the app, stand as the roster’s sheet has them, and leave a trace of numbers', async () => {
  assert.deepEqual(
    (await read()).map(it => [it.name, it.committee, it.group]),
    [
      ['乙', false, ''],
      ['书记', false, ''],
      ['甲', false, ''],
    ],
  )
  assert.equal(
    (await put({ member: one.id, committee: true, group: '第一组' }, { member: two.id, group: '第一组' })).status,
    204,
  )
  assert.deepEqual(
    (await read()).map(it => [it.committee, it.group]),
    [
      [false, '第一组'],
      [false, ''],
      [true, '第一组'],
    ],
  )
  const { posts } = (await ask('GET', '/meetings')).json
  assert.deepEqual(posts, { groups: ['第一组'], committee: 1 })
  const { rows } = (await ask('GET', '/audit?group=roster')).json
  assert.deepEqual([rows[0].action, rows[0].reason], ['roster.posts', '支委改 1 人，党小组改 2 人'])
})

test('somebody whose moves nobody kept is read all the same, and is not later than anything', async () => {
  const old = await person(w, 'b1', '没有去向的')
  await w.connection.pool.query('delete from member_move where member_id = $1', [old.id])
  assert.equal((await read()).find(it => it.member === old.id)!.since, '1970-01-01')
  await w.connection.pool.query('delete from member where member_id = $1', [old.id])
})

test('somebody of another branch, or a name that is too long, changes nothing', async () => {
  const other = await person(w, 'b2', '别家')
  assert.equal((await put({ member: one.id, committee: false }, { member: other.id, committee: true })).status, 404)
  assert.equal((await put({ member: one.id, group: '名字太长太长太长太长的组' + '长' })).status, 400)
  assert.equal((await ask('PUT', '/posts', { changes: [] })).status, 400)
  assert.equal((await read()).find(it => it.member === one.id)!.committee, true)
})

test('an activity of the committee expects the committee of its day; before there is one, whoever is named', async () => {
  const today = shanghaiDay(w.service.now())
  const core = (day: string, members: string[]) => ({
    ...{ kind: 'core-group', title: '专题', day, state: 'done', hours: 2, words: { materials: '两篇' }, members },
  })
  const add = async (day: string, members: string[]) => {
    const { json } = await ask('POST', '/activities', { ...newKey(), ...core(day, members) })
    return (await ask('GET', `/activities/${json.id}`)).json.activity
  }
  // What the roster says first holds for the time before as well; whoever came beside the committee is on the list.
  assert.deepEqual([(await add(today, [one.id])).members, (await add(today, [two.id])).members], [1, 2])
  w.pass(86_400_000 * 2)
  assert.equal((await put({ member: one.id, committee: false })).status, 204)
  const later = shanghaiDay(w.service.now())
  assert.equal((await add(later, [two.id])).members, undefined)
  assert.equal((await add(addDays(later, -2), [one.id])).members, 1)
})
