import assert from 'node:assert/strict'
import fs from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { PARCEL_SECONDS } from '../../domain/contract/parcel-limits'
import { tap, words, write } from './harness/gestures'
import type { Answer } from './harness/network'
import { Phone } from './harness/phone'
import { PACKAGE } from './subject'

const knowsService = fs
  .readdirSync(PACKAGE)
  .some(name => name.endsWith('.js') && fs.readFileSync(path.join(PACKAGE, name), 'utf8').includes('//service.invalid'))
const skip = knowsService ? false : 'dist/weapp was built without SERVICE_URL=https://service.invalid'

const ME = { name: '示例王一示', branch: 'b', branchName: '示例支部', consent: 'v', demo: true, roles: [] }
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
const ACCESS = `${part({})}.${part({ sub: 'm', t: 'd' })}.s`

/** The service's part, as its own tests have it. */
function service(): { answer: Answer; lying: Map<string, ArrayBuffer> } {
  const lying = new Map<string, ArrayBuffer>()
  const answer: Answer = ({ method, url, body }) => {
    const [, , noun, first = '', second = ''] = url.replace('https://service.invalid', '').split('/')
    if (noun === 'me' && method === 'PUT' && first === 'parcel') {
      lying.set(second, body as ArrayBuffer)
      return { status: 200, data: { seconds: PARCEL_SECONDS } }
    }
    if (noun === 'me') return { status: 200, data: ME }
    if (noun !== 'parcels') return undefined
    const sealed = lying.get(first)
    if (second === 'done') {
      lying.delete(first)
      return { status: 204, data: '' }
    }
    const gone = Buffer.from(JSON.stringify({ error: 'parcel', message: '这个码用过了' }))
    return sealed ? { status: 200, data: sealed } : { status: 404, data: Uint8Array.from(gone).buffer }
  }
  return { answer, lying }
}
const PAGE = 'subpackages/account/phone/index'

test('the old phone shows a code, the new one scans it, and has the records', { skip }, async () => {
  const { answer, lying } = service()
  const old = new Phone(PACKAGE, { answer })
  old.storage.set('kv/session', JSON.stringify({ access: ACCESS, refresh: 'r', me: ME }))
  old.storage.set('kv/searches', JSON.stringify(['遵义会议', '古田']))
  await old.launch(PAGE)
  await tap(old, 'give-records')
  const code = /([0-9A-Z]{4} ){4}[0-9A-Z]{4}/.exec(words(old))?.[0]
  assert.ok(code, words(old))
  assert.equal(lying.size, 1)

  const fresh = new Phone(PACKAGE, { answer })
  fresh.storage.set('kv/searches', JSON.stringify(['井冈山']))
  await fresh.launch(PAGE)
  // Turning back changes nothing.
  await tap(fresh, 'scan-code')
  assert.match(words(fresh), /扫旧手机上的二维码/)
  fresh.system.scanned = 'https://example.org/'
  await tap(fresh, 'scan-code')
  assert.match(words(fresh), /这不是换手机的二维码/)
  fresh.system.scanned = `e-dangshi:${code.replace(/ /g, '')}`
  await tap(fresh, 'scan-code')
  assert.match(words(fresh), /学习日/)
  await tap(fresh, 'keep-records')
  assert.match(words(fresh), /都过来了/)
  assert.deepEqual(JSON.parse(fresh.storage.get('kv/searches') as string), ['井冈山', '遵义会议', '古田'])
  assert.equal(lying.size, 0)

  const late = new Phone(PACKAGE, { answer })
  await late.launch(PAGE)
  await write(late, 'typed-code', code)
  await tap(late, 'take-records')
  assert.match(words(late), /这个码用过了.*记录没有动/)
})
