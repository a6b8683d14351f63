import { randomBytes } from 'node:crypto'
import { gzipSync, strToU8 } from 'fflate'
import nacl from 'tweetnacl/nacl.min.js'
import { giveRecords, keepTaken, takeRecords } from '@/actions/parcel'
import { parcelId, parcelKey } from '@domain/transfer/code'
import { seal } from '@domain/transfer/seal'
import { memoryKeyValue } from './memory-key-value'

const mockKv = memoryKeyValue()
/** What lies at the service, who takes it, and what it was told. */
const mockService = { lying: new Map<string, Uint8Array>(), takers: [] as string[], ended: [] as string[], cut: false }
const mockRecords = { text: '', joined: [] as unknown[], full: false }

jest.mock('@/storage/records', () => ({ memberKeyValue: async () => mockKv }))
jest.mock('@/stores/session', () => ({ authorised: undefined }))
jest.mock('@/platform/phone/clock', () => ({ now: () => 1_000_000 }))
jest.mock('@/platform/phone/phone', () => ({
  randomBytes: async (length: number) => crypto.getRandomValues(new Uint8Array(length)),
}))
jest.mock('@/actions/transfer', () => ({
  recordsAsText: async () => mockRecords.text,
  importRecords: async (archive: unknown) => {
    if (mockRecords.full) throw new Error('手机存储满了')
    mockRecords.joined.push(archive)
  },
}))
jest.mock('@/api/parcels', () => ({
  putParcel: async (_ask: unknown, id: string, sealed: Uint8Array) => {
    mockService.lying.set(id, sealed)
    return { seconds: 600 }
  },
  takeParcel: async (id: string, { phone }: { phone: string }) => {
    mockService.takers.push(phone)
    const sealed = mockService.lying.get(id)
    if (mockService.cut) throw new Error('现在连不上网络或服务，手机上的记录都在，过一会儿再试')
    if (!sealed) throw new Error('这个码用过了、收回了，或者过了十分钟')
    return sealed
  },
  endParcel: async (id: string, { phone }: { phone: string }) => {
    mockService.ended.push(phone)
    mockService.lying.delete(id)
  },
}))

const archive = (values: object = {}) =>
  JSON.stringify({ app: 'e-dangshi', format: 1, schema: 4, exportedAt: 1, values: { searches: ['遵义'], ...values } })

beforeEach(() => {
  Object.assign(mockService, { lying: new Map(), takers: [], ended: [], cut: false })
  Object.assign(mockRecords, { text: archive(), joined: [], full: false })
  mockKv.raw.clear()
})

test('what the old phone gives, the new one gets with the code, and the service deletes it then', async () => {
  const { code, until } = await giveRecords()
  expect(until).toBe(1_600_000)
  const [[id, sealed]] = [...mockService.lying] as [[string, Uint8Array]]
  expect(Buffer.from(sealed).toString('latin1')).not.toContain('e-dangshi')
  expect(id).not.toContain(code.toLowerCase())
  const taken = await takeRecords(`e-dangshi:${code}`)
  expect(taken.archive).toEqual(JSON.parse(mockRecords.text))
  expect([mockRecords.joined, mockService.ended]).toEqual([[], []])
  await keepTaken(taken)
  expect(mockRecords.joined).toEqual([taken.archive])
  expect(mockService.lying.size).toBe(0)
  await expect(takeRecords(code)).rejects.toThrow('这个码用过了')
  // Two codes are never the same, nor what they seal.
  const [again, more] = [await giveRecords(), await giveRecords()]
  expect(new Set([code, again.code, more.code]).size).toBe(3)
})

test('when the line breaks, or the app is killed, the same phone asks again under the same name', async () => {
  const { code } = await giveRecords()
  mockService.cut = true
  await expect(takeRecords(code)).rejects.toThrow('连不上网络')
  mockService.cut = false
  const taken = await takeRecords(code)
  expect(new Set(mockService.takers).size).toBe(1)
  await keepTaken(taken)
  expect(mockService.ended).toEqual([mockService.takers[0]])
  await giveRecords().then(({ code: other }) => takeRecords(other))
  expect(new Set(mockService.takers).size).toBe(2)
})

test('a phone without room changes nothing, and the parcel stays to be asked for again', async () => {
  const { code } = await giveRecords()
  const taken = await takeRecords(code)
  mockRecords.full = true
  await expect(keepTaken(taken)).rejects.toThrow('手机存储满了')
  expect([mockRecords.joined, mockService.ended, mockService.lying.size]).toEqual([[], [], 1])
  expect((await takeRecords(code)).archive).toEqual(taken.archive)
})

test.each([
  ['damaged on the way', (sealed: Uint8Array) => sealed.map((byte, i) => (i === 40 ? byte ^ 1 : byte)), /没有传完整/],
  ['cut short', (sealed: Uint8Array) => sealed.slice(0, 30), /没有传完整/],
  ['another’s file', () => ours('{"app":"other"}'), /不是 e起学党史/],
  ['no packed text', () => sealedBytes(strToU8('x'.repeat(40))), /没有传完整/],
  ['of endless text', () => sealedBytes(new Uint8Array(40).fill(255)), /没有传完整/],
  ['of an app to come', () => ours(archive().replace('"schema":4', '"schema":99')), /更新的版本/],
])('a parcel that is %s is refused in a sentence', async (_what, spoil, words) => {
  const { code: made } = await giveRecords()
  code = made
  mockService.lying.set(parcelId(made), spoil(mockService.lying.get(parcelId(made))!))
  await expect(takeRecords(made)).rejects.toThrow(words)
})
let code = ''
const sealedBytes = (content: Uint8Array) => seal(content, parcelKey(code), new Uint8Array(24), nacl.secretbox)
const ours = (text: string) => sealedBytes(gzipSync(strToU8(text)))

test('a code with a slip of the hand asks nobody', async () => {
  const { code: made } = await giveRecords()
  const wrong = (made[0] === '0' ? '1' : '0') + made.slice(1)
  await expect(takeRecords(wrong)).rejects.toThrow('有一个字不对')
  expect(mockService.takers).toEqual([])
})

test('records beyond two megabytes are refused before they are sent, with the file as the other way', async () => {
  const noise = Array.from({ length: 33 }, () => randomBytes(64_000).toString('base64')).join('')
  mockRecords.text = archive({ searches: [noise] })
  await expect(giveRecords()).rejects.toThrow(/太多.*导出我的记录/)
  expect(mockService.lying.size).toBe(0)
})

test('years of study fit many times over', async () => {
  const day = (i: number) => ({
    id: `${i}`.padStart(36, '0'),
    at: i,
    day: '2026-11-28',
    kind: 'read',
    item: 'a-0001',
    seconds: 60,
    reached: 0.5,
  })
  mockRecords.text = archive({ 'log/2026-11-28/000': Array.from({ length: 9_000 }, (_, i) => day(i)) })
  await giveRecords()
  const [sealed] = [...mockService.lying.values()]
  expect(sealed!.length).toBeLessThan(400_000)
})
