import './build-constants'
import fs from 'node:fs'
import path from 'node:path'
import { eraseEverything } from '@/actions/erase'
import { keepRoomKey, readRoomKey } from '@/storage/room-keys'
import { memoryKeyValue } from './memory-key-value'

const mockKv = memoryKeyValue()
const mockKept = ['one.m4a', 'two.m4a']
const mockDropped: string[] = []
jest.mock('@/storage/key-value', () => ({ openKeyValue: async () => mockKv }))
jest.mock('@/api/me', () => ({ logOut: async () => undefined }))
jest.mock('@/platform/phone/phone', () => jest.requireActual('./mocks/phone'))
jest.mock('@/platform/files/kept-files', () => ({
  listKept: async () => mockKept.filter(name => !mockDropped.includes(name)).map(name => ({ name, bytes: 1 })),
  dropKept: async (name: string) => void mockDropped.push(name),
}))

// jsdom plays nothing.
jest.spyOn(HTMLMediaElement.prototype, 'load').mockReturnValue()
jest.spyOn(HTMLMediaElement.prototype, 'pause').mockReturnValue()

interface Store {
  getState(): Record<string, unknown>
  setState(state: Record<string, unknown>): void
}

/** Stores that hold nothing of the member's, or what the member keeps on purpose. */
const STAYS: Record<string, string> = {
  useSettings: 'settings stay, as the page that erases says',
  useCatalog: 'what can be studied',
  useErrata: 'corrections of what can be studied',
  useSearch: 'the texts that are searched; what was searched for is in useSearchHistory',
  useObjects: 'drawings of what can be studied',
  useVoice: 'what the phone can do',
  useDay: 'today',
  useNetwork: 'whether the phone has a network',
  useOffline: 'the app’s own files',
}

const folder = path.resolve('src/stores')
const isStore = (value: unknown): value is Store =>
  typeof (value as Partial<Store> | undefined)?.setState === 'function'
const stores = fs.readdirSync(folder).flatMap(file => {
  const module = jest.requireActual<Record<string, unknown>>(path.join(folder, file))
  return Object.entries(module).flatMap(([name, value]) => (isStore(value) ? [[name, value] as const] : []))
})
const ours = stores.filter(([name]) => !STAYS[name])

test('every store is known: what stays when everything is erased is a choice, with its reason', () => {
  expect(stores.length).toBeGreaterThan(20)
  expect(Object.keys(STAYS).filter(name => !stores.some(([store]) => store === name))).toEqual([])
})

describe('after everything has been erased', () => {
  beforeAll(async () => {
    mockKv.raw.set('searches', '["长征"]')
    // Something is in every place of every store that is not a function, and in one that none of them knows.
    for (const [, store] of ours) {
      const places = Object.entries(store.getState()).filter(([, value]) => typeof value !== 'function')
      const filled = Object.fromEntries(places.map(([key, value]) => [key, ofKind(value)]))
      store.setState({ ...filled, 'kept by mistake': MARK })
    }
    keepRoomKey('room/phone', { code: '123456', key: MARK })
    keepRoomKey('room/screen', { code: '123456', key: MARK })
    expect(readRoomKey('room/phone')?.key).toBe(MARK)
    await eraseEverything()
  })

  test.each(ours)('%s has begun anew', (_name, store) => {
    expect(JSON.stringify(store.getState(), (_, value) => (value instanceof Set ? [...value] : value))).not.toContain(
      MARK,
    )
  })

  test('the records are gone, and so are the files that were downloaded', () => {
    expect(mockKv.raw.has('searches')).toBe(false)
    expect(mockDropped).toEqual(mockKept)
  })

  test('whoever has the phone next is nobody in the room of the one before', () => {
    expect([readRoomKey('room/phone'), readRoomKey('room/screen')]).toEqual([undefined, undefined])
  })
})

const MARK = 'what the member did'

/** Something of the same kind, so that what runs meanwhile is not surprised. */
function ofKind(value: unknown): unknown {
  if (Array.isArray(value)) return [MARK]
  if (value instanceof Set) return new Set([MARK])
  if (typeof value === 'object' && value !== null) return { [MARK]: MARK }
  return typeof value === 'string' ? MARK : value
}
