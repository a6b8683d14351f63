import { keepPage } from '@/service-worker/page'
import type { WorkerScope } from '@/service-worker/rest'

const SCOPE = 'https://study.example/app/'
const FILE = { revision: 'new', names: ['js/app.1.js', 'css/app.2.css'] }
const PAGE = '<link href="./css/app.2.css"><script src="./js/app.1.js"></script>'

/** A worker over a network that answers `text` for index.html, and the pages kept before. */
function workerOf(text: string, { status = 200, before = [] as string[] } = {}) {
  const kept = new Map(before.map(key => [key, 'an earlier one']))
  const listeners: Record<string, (event: never) => void> = {}
  const cache = {
    put: async (key: string, response: Response) => void kept.set(key, await response.text()),
    match: async (key: string) => (kept.has(key) ? new Response(kept.get(key)) : undefined),
    keys: async () => [...kept.keys()].map(url => ({ url })),
    delete: async ({ url }: { url: string }) => kept.delete(url),
  }
  const scope = {
    registration: { scope: SCOPE },
    caches: { open: async () => cache },
    fetch: async () => new Response(text, { status }),
    addEventListener: (kind: string, listen: (event: never) => void) => void (listeners[kind] = listen),
  }
  keepPage(scope as unknown as WorkerScope, FILE)
  const during = async (kind: string) => {
    let work: Promise<unknown> | undefined
    listeners[kind]!({ waitUntil: (it: Promise<unknown>) => (work = it) } as never)
    await work
  }
  return {
    kept,
    install: () => during('install'),
    activate: () => during('activate'),
    read: async (url: string, method = 'GET') => {
      let given: Promise<Response> | undefined
      listeners.fetch!({ request: { method, url }, respondWith: (it: Promise<Response>) => (given = it) } as never)
      return given && (await given).text()
    },
  }
}

const KEY = `${SCOPE}index.html?new`

test('the page of this build is kept and begins the app at each of its addresses', async () => {
  const worker = workerOf(PAGE)
  await worker.install()
  for (const way of ['', 'index.html', '?from=singlemessage&isappinstalled=0']) {
    expect(await worker.read(SCOPE + way)).toBe(PAGE)
  }
  expect(await worker.read(`${SCOPE}feed/catalog.json`)).toBeUndefined()
  expect(await worker.read(SCOPE, 'POST')).toBeUndefined()
})

test.each([
  ['the page of another network', '<p>请先登录网络</p>', 200],
  ['the page of another build', PAGE.replace('app.1', 'app.0'), 200],
  ['an error', PAGE, 503],
])('%s is not kept: the install fails, and what was asked for comes from the network', async (_what, text, status) => {
  const worker = workerOf(text, { status })
  await expect(worker.install()).rejects.toThrow('index.html')
  expect([...worker.kept]).toEqual([])
  expect(await worker.read(SCOPE)).toBe(text)
})

test('a network may write into the page', async () => {
  const worker = workerOf(`${PAGE}<script src="//ads.example/a.js"></script>`)
  await worker.install()
  expect(worker.kept.get(KEY)).toContain('ads')
})

test('the page of the earlier build begins the app until this one takes over', async () => {
  const worker = workerOf(PAGE, { before: [`${SCOPE}index.html?old`] })
  await worker.install()
  expect([...worker.kept.keys()]).toEqual([`${SCOPE}index.html?old`, KEY])
  await worker.activate()
  expect([...worker.kept.keys()]).toEqual([KEY])
})
