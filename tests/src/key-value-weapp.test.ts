import { openKeyValue } from '@/storage/key-value.weapp'
import { readArchive, joinArchive } from '@/storage/archive'

/** WeChat's storage: as much as `room` characters, and a write that does not fit throws. */
const mockPhone = { storage: new Map<string, string>(), room: Infinity }

jest.mock('@tarojs/taro', () => ({
  getStorageSync: (key: string) => mockPhone.storage.get(key) ?? '',
  setStorageSync: (key: string, value: string) => {
    const others = [...mockPhone.storage].reduce((sum, [name, held]) => sum + (name === key ? 0 : held.length), 0)
    if (others + value.length > mockPhone.room) throw { errMsg: 'setStorageSync:fail exceed storage max size' }
    mockPhone.storage.set(key, value)
  },
  removeStorageSync: (key: string) => void mockPhone.storage.delete(key),
  getStorageInfoSync: () => ({ keys: [...mockPhone.storage.keys()], currentSize: 0, limitSize: 10240 }),
}))

const open = () => openKeyValue(() => undefined)
const file = (values: Record<string, unknown>) =>
  readArchive(JSON.stringify({ app: 'e-dangshi', format: 1, schema: 2, exportedAt: 1, values }))
const searches = (...words: string[]) => ({ searches: words })

beforeEach(() => {
  mockPhone.storage.clear()
  mockPhone.room = Infinity
})

test('a file that does not fit is refused, and every record is what it was', async () => {
  const kv = await open()
  await joinArchive(kv, file({ ...searches('遵义会议'), places: { 'a-0001': { quote: '句', at: 1 } } }), 1, 'new')
  const before = new Map(mockPhone.storage)
  mockPhone.room = 200
  const huge = file({ ...searches('古田会议'), friends: [{ code: 'x'.repeat(300), at: 1 }] })
  await expect(joinArchive(kv, huge, 1, 'new')).rejects.toThrow('手机存储满了')
  expect(mockPhone.storage).toEqual(before)
})

test('a record that could not be parsed is still there after an update that failed', async () => {
  mockPhone.storage.set('kv/totals', '{"half": ')
  mockPhone.room = 100
  const kv = await open()
  const change = () =>
    new Map<string, unknown>([
      ['totals', undefined],
      ['aside/1/totals', 'x'.repeat(200)],
    ])
  await expect(kv.update([], change)).rejects.toThrow('手机存储满了')
  expect(mockPhone.storage.get('kv/totals')).toBe('{"half": ')
})
