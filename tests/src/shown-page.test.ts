import { keepAskedPage } from '@/platform/page/shown-page.h5'

const mockHears: Record<string, (given?: unknown) => void> = {}
/** The last page that was opened, and those that are in the document, the last one seen. */
const mockShown = { page: '', document: [] as string[] }
const mockWent: string[] = []
jest.mock('@tarojs/taro', () => ({
  eventCenter: { on: (name: string, hear: () => void) => (mockHears[name] = hear) },
  getCurrentPages: () => [{ route: mockShown.page }],
  redirectTo: ({ url }: { url: string }) => mockWent.push(url),
  switchTab: ({ url }: { url: string }) => mockWent.push(`tab ${url}`),
}))
/** Pages whose code is still on its way. */
const mockComing = new Map<string, () => void>()
jest.mock('@/platform/page/missing-pages.h5', () => ({
  fetchPage: (path: string) =>
    mockComing.has(path) ? new Promise<void>(done => mockComing.set(path, done)) : Promise.resolve(),
}))

/** The router mockHears of an address. */
const ask = (path: string) => {
  Object.assign(globalThis, { location: { hash: `#${path}?id=1` } })
  mockHears.__taroRouterChange!({ toLocation: { path } })
}
/** A page has come, into the document too unless that comes later. */
const comes = (path: string, drawn = [path]) => {
  mockShown.page = path
  mockShown.document = drawn
  mockHears.__afterTaroRouterChange!()
}
const pass = () => jest.advanceTimersByTimeAsync(600)

beforeAll(() => {
  const pages = () => mockShown.document.map((path, i, all) => ({ id: `${path}?stamp=A`, hidden: i < all.length - 1 }))
  Object.assign(globalThis, {
    document: { querySelectorAll: pages },
    getComputedStyle: (page: { hidden: boolean }) => ({ display: page.hidden ? 'none' : 'block' }),
  })
  keepAskedPage()
})
beforeEach(() => {
  jest.useFakeTimers()
  mockWent.length = 0
  mockComing.clear()
})

test('a page that comes after the one asked for last gives its place to that one', async () => {
  ask('/subpackages/a/index')
  ask('/subpackages/b/index')
  comes('/subpackages/b/index')
  comes('/subpackages/a/index')
  await pass()
  expect(mockWent).toEqual(['/subpackages/b/index?id=1'])
  ask('/pages/home/index')
  comes('/subpackages/a/index')
  await pass()
  expect(mockWent.slice(1)).toEqual(['tab /pages/home/index?id=1'])
})

test('a page that is still on its way is waited for', async () => {
  mockComing.set('/subpackages/b/index', () => undefined)
  ask('/subpackages/a/index')
  ask('/subpackages/b/index')
  comes('/subpackages/a/index')
  await pass()
  mockComing.get('/subpackages/b/index')!()
  await jest.advanceTimersByTimeAsync(10)
  comes('/subpackages/b/index')
  await pass()
  expect(mockWent).toEqual([])
})

test('where another page has been asked for meanwhile, nothing is done for the one before', async () => {
  ask('/subpackages/b/index')
  comes('/subpackages/a/index')
  ask('/subpackages/c/index')
  comes('/subpackages/c/index')
  await pass()
  expect(mockWent).toEqual([])
})

test('a page that was left before it had been drawn, and is drawn over the next, gives way to that', async () => {
  ask('/subpackages/a/index')
  ask('/subpackages/b/index')
  comes('/subpackages/b/index')
  comes('/subpackages/b/index', ['/subpackages/b/index', '/subpackages/a/index'])
  await pass()
  expect(mockWent).toEqual(['/subpackages/b/index?id=1'])
})
