import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import type { OrgRow } from '../../domain/contract/orgs'
import { PAGE_OF_ORGS } from '../../domain/contract/limits'
import { addDays } from '../../domain/time/day'
import { BUDGETS, costOf } from './costs'
import { byId, tap, words, write } from './harness/gestures'
import type { Answer } from './harness/network'
import { Phone, type PhoneOptions } from './harness/phone'
import { PhoneStorage } from './harness/storage'
import { select } from './harness/tree'
import { PACKAGE } from './subject'

/** A package built without SERVICE_URL knows no service and asks nobody. */
const knowsService = fs
  .readdirSync(PACKAGE)
  .some(name => name.endsWith('.js') && fs.readFileSync(path.join(PACKAGE, name), 'utf8').includes('//service.invalid'))
const skip = knowsService ? false : 'dist/weapp was built without SERVICE_URL=https://service.invalid'

const row = (i: number, change: Partial<OrgRow> = {}): OrgRow => ({
  org: `u${i}`,
  name: `示例街道${i}`,
  type: 'committee',
  branches: 23,
  small: i % 5,
  members: 523,
  studied: (i * 37) % 523,
  ...change,
})
const units = Array.from({ length: 86 }, (_, i) => row(i + 1))
const people = Array.from({ length: 50 }, (_, i) => ({
  name: '示*',
  branchCode: `u${i}`,
  branchName: `示例街道01第${i}支部`,
  phone: i % 7 >= 3,
  branch: i % 11 === 0,
}))

/** A district of the full width, answered from memory. */
const answer: Answer = ({ url, method, body }) => {
  const [at = '', query = ''] = url.replace('https://service.invalid', '').split('?')
  const from = Number(/from=(\d+)/.exec(query)?.[1] ?? 0)
  const ok = (data: unknown) => ({ status: 200, data })
  const [, , , org, what] = at.split('/')
  if (!at.startsWith('/v1/orgs/')) return undefined
  if (org === 'elsewhere')
    return { status: 404, data: { error: 'not_found', message: '没有找到，或者不在您的权限之内' } }
  if (method === 'POST') {
    const { size = 22, seed = 'a1b2' } = body as { size?: number; seed?: string }
    return ok({ start: '2026-11-16', seed, members: people.slice(0, size) })
  }
  if (what === 'trend') {
    const weeks = Array.from({ length: 13 }, (_, i) => row(1, { studied: 200 + i * 10 })).map((it, i) => ({
      ...it,
      start: addDays('2026-11-23', 7 * (i - 12)),
    }))
    return ok({ weeks })
  }
  if (what === 'needs') {
    const counts = { unfiled: 400, meeting: 120, deeds: 31, unbound: 7 }
    return ok({ month: '2026-10', since: '2026-10-01', branches: 1944, counts, total: 440, rows: [] })
  }
  if (what === 'audit') {
    const rows = Array.from({ length: 50 }, (_, i) => ({
      id: `${i}`,
      at: '2026-11-23T08:00:00.000Z',
      action: 'look',
      actor: '示*',
      actorBranch: '示例街道01第1支部',
      org: '示例街道01第2支部',
      reason: '联系点走访前了解情况',
    }))
    return ok({ rows })
  }
  return ok({
    org: { org: 'd', name: '示例区', type: 'district', demo: true },
    above: [],
    totals: row(0, { branches: 1944, members: 44_984, studied: 21_000 }),
    total: units.length,
    children: units.slice(from, from + PAGE_OF_ORGS),
  })
}

function signedIn(role?: 'supervisor' | 'unit_admin', org = 'd'): PhoneOptions {
  const storage = new PhoneStorage()
  const claims = Buffer.from(JSON.stringify({ sub: 'm', t: 'demo' })).toString('base64url')
  const me = {
    name: '示例赵一一',
    branch: 'b',
    branchName: '示例',
    unmasked: false,
    consent: null,
    demo: true,
  }
  const kept = { access: `x.${claims}.x`, refresh: 'r', me: { ...me, roles: role ? [{ role, org }] : [] } }
  storage.set('kv/session', JSON.stringify(kept))
  return { storage, answer }
}

const PAGES = ['org', 'sample', 'audit'].map(name => `subpackages/district/${name}/index`)

for (const url of PAGES) {
  test(`${url} of a whole district and its taps stay within their setData`, { skip }, async () => {
    const cost = await costOf(url, signedIn('supervisor'))
    assert.deepEqual(cost.faults, [])
    assert.ok(cost.bytes <= BUDGETS.firstSetData, `first setData: ${cost.bytes} B`)
    const heavy = cost.taps.filter(it => it.bytes > (it.opened ? BUDGETS.firstSetData : BUDGETS.tap))
    assert.deepEqual(heavy, [])
  })
}

test('the quarter is drawn in the logic layer, which has no DOM', { skip }, async () => {
  const phone = new Phone(PACKAGE, signedIn('supervisor'))
  await phone.launch('subpackages/district/org/index')
  const [chart] = select(phone.root, '.chart')
  assert.match(String(chart!.attributes.style), /data:image\/svg\+xml,%3Csvg/)
  assert.match(String(chart!.attributes['aria-label']), /近 13 周参学：.*11\/16 59%/)
  assert.deepEqual(phone.faults, [])
})

test('a sample of fifty is shown within a tap, a few rows at a time', { skip }, async () => {
  const phone = new Phone(PACKAGE, signedIn('supervisor'))
  await phone.launch('subpackages/district/sample/index')
  await tap(phone, 'sample-size-50')
  await write(phone, 'reason', '季度学习督导')
  const cost = await tap(phone, 'draw')
  assert.ok(cost.bytes <= BUDGETS.tap, `${cost.bytes} B`)
  assert.match(words(phone), /抽到 50 位/)
})

test('all 86 units can be reached, a page after the other', { skip }, async () => {
  const phone = new Phone(PACKAGE, signedIn('supervisor'))
  await phone.launch('subpackages/district/org/index')
  for (let i = 0; i < 20 && select(phone.root, '#more-lines').length > 0; i++) await tap(phone, 'more-lines')
  assert.ok(byId(phone, 'org-u86'))
  assert.equal(
    new Set(
      select(phone.root, '.row')
        .map(it => it.id)
        .filter(it => /^org-u\d/.test(it)),
    ).size,
    86,
  )
})

test('another’s organisation, no role and no network are each told in words of their own', { skip }, async () => {
  const shown = async (url: string, options: PhoneOptions) => {
    const phone = new Phone(PACKAGE, options)
    await phone.launch(url)
    const text = words(phone)
    assert.deepEqual(phone.faults, [])
    phone.kill()
    return text
  }
  assert.match(
    await shown('subpackages/district/org/index?org=elsewhere', signedIn('unit_admin', 'u01')),
    /这里不在您的范围内/,
  )
  assert.match(await shown('subpackages/district/sample/index', signedIn('unit_admin', 'u01')), /由区级督导员来做/)
  assert.match(await shown('subpackages/district/org/index', signedIn()), /这一页不对您开放/)
  const { storage } = signedIn('supervisor')
  assert.match(await shown('subpackages/district/org/index', { storage: storage! }), /连不上网络或服务/)
  assert.match(await shown('subpackages/district/org/index', {}), /还没有登录/)
})
