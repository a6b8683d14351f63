import { createHash } from 'node:crypto'
import { keepRest, type RestAnswer, type RestFile, type RestQuestion, type WorkerScope } from '@/service-worker/rest'

const SCOPE = 'https://study.example/app/'

/** As much of the Cache API as is used, by full address. */
class FakeCache {
  readonly entries = new Map<string, string>()
  async put(key: string, response: Response) {
    this.entries.set(key, await response.text())
  }
  async match(key: string, { ignoreSearch = false } = {}) {
    const found = [...this.entries].find(([known]) => (ignoreSearch ? known.split('?')[0] === key : known === key))
    return found && answer(found[1])
  }
  /** How often it was asked for all of them. */
  listed = 0
  async keys() {
    this.listed += 1
    return [...this.entries.keys()].map(url => ({ url }))
  }
  async delete(key: string) {
    return this.entries.delete(key)
  }
}

const answer = (text: string, status = 200): Response =>
  ({ ok: status === 200, status, text: async () => text, clone: () => answer(text, status) }) as Response

const integrityOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
const fileOf = (url: string, text: string): RestFile => ({
  url,
  revision: text,
  integrity: integrityOf(text),
  bytes: text.length,
})

/** A worker over a network that answers `pages`, and what it kept before. */
function workerOf(files: RestFile[], pages: Record<string, string>, cache = new FakeCache()) {
  const listeners: Record<string, (event: never) => void> = {}
  let asked: string[] = []
  const scope = {
    registration: { scope: SCOPE } as WorkerScope['registration'],
    caches: { open: async () => cache },
    addEventListener: (kind: string, listen: (event: never) => void) => void (listeners[kind] = listen),
    fetch: async (to: string | { url: string }, { integrity }: { integrity?: string } = {}) => {
      const url = typeof to === 'string' ? to : to.url
      asked = [...asked, url]
      const text = pages[url.slice(SCOPE.length)]
      if (text === undefined) throw new TypeError('no network')
      if (integrity && integrity !== integrityOf(text)) throw new TypeError('integrity')
      return answer(text)
    },
  }
  keepRest(scope as unknown as WorkerScope, files)
  return {
    cache,
    registration: scope.registration,
    pages,
    asked: () => asked,
    read: async (url: string): Promise<string | undefined> => {
      let given: Promise<Response> | undefined
      const request = { method: 'GET', url: SCOPE + url }
      listeners.fetch!({ request, respondWith: (it: Promise<Response>) => (given = it) } as never)
      return given && (await given).text()
    },
    ask: (question: RestQuestion) =>
      new Promise<RestAnswer>(resolve => {
        const ports = [{ postMessage: resolve }]
        listeners.message!({ data: question, ports, waitUntil: () => undefined } as never)
      }),
    activate: () =>
      new Promise(resolve => {
        listeners.activate!({ waitUntil: (work: Promise<unknown>) => void work.then(resolve) } as never)
      }),
  }
}

const one = fileOf('feed/one.json', 'one')
const two = fileOf('feed/two.json', 'twice')

test('what is asked for is kept on its way, and is there without a network', async () => {
  const { read, pages } = workerOf([one, two], { 'feed/one.json': 'one' })
  expect(await read('feed/one.json')).toBe('one')
  delete pages['feed/one.json']
  expect(await read('feed/one.json')).toBe('one')
  await expect(read('feed/two.json')).rejects.toThrow('no network')
})

test('what is none of its files is left to others', async () => {
  const { read } = workerOf([one], {})
  expect(await read('v1/days')).toBeUndefined()
})

test('fills up one after another, says what is left, and goes past what does not come', async () => {
  const { ask, pages } = workerOf([one, two], { 'feed/two.json': 'twice' })
  expect(await ask({ ask: 'left' })).toEqual({ left: 2, bytes: 8 })
  expect(await ask({ ask: 'next', skip: [] })).toEqual({ left: 2, bytes: 8, tried: one.url, kept: false })
  expect(await ask({ ask: 'next', skip: [one.url] })).toEqual({ left: 1, bytes: 3, tried: two.url, kept: true })
  expect(await ask({ ask: 'next', skip: [one.url] })).toEqual({ left: 1, bytes: 3 })
  pages['feed/one.json'] = 'one'
  expect(await ask({ ask: 'next', skip: [] })).toEqual({ left: 0, bytes: 0, tried: one.url, kept: true })
})

test('however many files it fills up with, it lists what is kept once', async () => {
  const files = Array.from({ length: 50 }, (_, i) => fileOf(`feed/${i}.json`, `text ${i}`))
  const { ask, cache } = workerOf(files, Object.fromEntries(files.map(it => [it.url, it.revision])))
  for (let i = 0; i < 50; i++) await ask({ ask: 'next', skip: [] })
  expect(await ask({ ask: 'next', skip: [] })).toEqual({ left: 0, bytes: 0 })
  expect(cache.entries.size).toBe(50)
  expect(cache.listed).toBe(1)
})

test('what the browser has taken away meanwhile is missing at the next launch, and is fetched again', async () => {
  const { ask, cache, read } = workerOf([one, two], { 'feed/one.json': 'one', 'feed/two.json': 'twice' })
  await ask({ ask: 'next', skip: [] })
  await ask({ ask: 'next', skip: [] })
  cache.entries.clear()
  expect(await read('feed/two.json')).toBe('twice')
  expect(await ask({ ask: 'left' })).toEqual({ left: 1, bytes: 3 })
  expect(await ask({ ask: 'next', skip: [] })).toEqual({ left: 0, bytes: 0, tried: one.url, kept: true })
})

test('another network’s page is passed on as it is and never kept', async () => {
  const { read, cache } = workerOf([one], { 'feed/one.json': '<p>请先登录' })
  expect(await read('feed/one.json')).toBe('<p>请先登录')
  expect(cache.entries.size).toBe(0)
})

test('of a file that has changed the earlier version serves until the new one has come, and then goes', async () => {
  const before = workerOf([one], { 'feed/one.json': 'one' })
  await before.read('feed/one.json')
  const after = workerOf([fileOf('feed/one.json', 'new')], {}, before.cache)
  await after.activate()
  expect(await after.read('feed/one.json')).toBe('one')
  after.pages['feed/one.json'] = 'new'
  expect(await after.read('feed/one.json')).toBe('new')
  expect([...before.cache.entries.values()]).toEqual(['new'])
})

test('what a new version has no more is let go', async () => {
  const before = workerOf([one, two], { 'feed/one.json': 'one', 'feed/two.json': 'twice' })
  await before.read('feed/one.json')
  await before.read('feed/two.json')
  await workerOf([two], {}, before.cache).activate()
  expect([...before.cache.entries.values()]).toEqual(['twice'])
})

test('while the worker of a newer version is to take over nothing more is fetched, and it is said why', async () => {
  const worker = workerOf([one, two], { 'feed/one.json': 'one', 'feed/two.json': 'twice' })
  worker.registration.waiting = {}
  expect(await worker.ask({ ask: 'next', skip: [] })).toEqual({ left: 2, bytes: 8, newer: true })
  expect(worker.asked()).toEqual([])
  worker.registration.waiting = null
  expect(await worker.ask({ ask: 'next', skip: [] })).toMatchObject({ left: 1, tried: 'feed/one.json', kept: true })
})
