// Appended to the service worker that workbox writes (scripts/build/service-worker.ts). Workbox keeps what a first visit needs
// before it is installed; this keeps the rest: what is asked for as it comes, and one file after another when the page says so.

/** A file of this build that the install does not wait for. */
export interface RestFile {
  /** Below the worker's scope. */
  url: string
  /** Another one of the same address is another file. */
  revision: string
  /** `sha256-…`, as for a script element. */
  integrity: string
  bytes: number
}

/** What the page asks of the worker, answered through a port of its own. */
export type RestQuestion = { ask: 'left' } | { ask: 'next'; skip: string[] }
export interface RestAnswer {
  /** Files that are not kept yet, and their bytes uncompressed. */
  left: number
  bytes: number
  /** The one that was tried, and whether it is kept now. */
  tried?: string
  kept?: boolean
  /** Nothing was tried: the worker of a newer version is about to take over, and does not while this one is asked. */
  newer?: true
}

interface Extendable {
  waitUntil(work: Promise<unknown>): void
}
interface Asked extends Extendable {
  request: Request
  respondWith(answer: Promise<Response>): void
}
interface Told extends Extendable {
  data: unknown
  ports: readonly { postMessage(answer: RestAnswer): void }[]
}

/** The parts of a worker's scope that are used here: the types of workers and those of pages exclude one another. */
export interface WorkerScope {
  registration: { scope: string; installing?: unknown; waiting?: unknown }
  caches: CacheStorage
  fetch(request: Request | string, how?: RequestInit): Promise<Response>
  addEventListener(kind: 'install' | 'activate', listen: (event: Extendable) => void): void
  addEventListener(kind: 'fetch', listen: (event: Asked) => void): void
  addEventListener(kind: 'message', listen: (event: Told) => void): void
}

/** Keeps `files` beside workbox's own. */
export function keepRest(worker: WorkerScope, files: readonly RestFile[]): void {
  const CACHE = 'rest'
  // Worked out once: for each of hundreds of files all of them are looked at.
  const own = files.map(file => {
    const address = new URL(file.url, worker.registration.scope).href
    return { ...file, address, key: `${address}?${file.revision}` }
  })
  type OwnFile = (typeof own)[number]
  const byAddress = new Map(own.map(file => [file.address, file]))
  const cache = () => worker.caches.open(CACHE)

  /** Keys of what is kept. To list hundreds takes a browser longer than to keep one, so it is asked once a run, and at each launch of the page. */
  let listed: Promise<Set<string>> | undefined
  async function list(): Promise<Set<string>> {
    const keys = await (await cache()).keys()
    return new Set(keys.map(({ url }) => url))
  }
  function known({ anew = false } = {}): Promise<Set<string>> {
    if (anew || !listed) {
      const asked = list()
      listed = asked
      asked.catch(() => listed === asked && (listed = undefined))
    }
    return listed!
  }

  /**
   * From the network, and kept. Refuses what is not the file that was built: a network that answers with a page of its own,
   * and a host that has the next version already.
   */
  async function take(file: OwnFile): Promise<Response> {
    const response = await worker.fetch(file.address, { integrity: file.integrity, cache: 'no-cache' })
    if (!response.ok) throw new Error(`${file.url}: HTTP ${response.status}`)
    await (await cache()).put(file.key, response.clone())
    ;(await known()).add(file.key)
    await drop(key => key !== file.key && key.startsWith(`${file.address}?`))
    return response
  }

  /** As kept; else from the network; else an earlier version, which is better than none. */
  async function answer(file: OwnFile, request: Request): Promise<Response> {
    const kept = await cache()
    const there = await kept.match(file.key)
    if (there) return there
    return take(file)
      .catch(() => worker.fetch(request))
      .catch(async (error: Error) => {
        const earlier = await kept.match(file.address, { ignoreSearch: true })
        if (earlier) return earlier
        throw error
      })
  }

  async function drop(unwanted: (key: string) => boolean): Promise<void> {
    const [kept, keys] = [await cache(), await known()]
    await Promise.all(
      [...keys].filter(unwanted).map(async key => {
        await kept.delete(key)
        keys.delete(key)
      }),
    )
  }

  async function tell(question: RestQuestion): Promise<RestAnswer> {
    const keys = await known({ anew: question.ask === 'left' })
    const before = own.filter(file => !keys.has(file.key))
    const newer = question.ask === 'next' && !!(worker.registration.installing ?? worker.registration.waiting)
    const next = question.ask === 'next' && !newer && before.find(({ url }) => question.skip.indexOf(url) < 0)
    const kept = next
      ? await take(next).then(
          () => true,
          () => false,
        )
      : undefined
    const left = kept ? before.filter(file => file !== next) : before
    return {
      left: left.length,
      bytes: left.reduce((sum, { bytes }) => sum + bytes, 0),
      ...(next ? { tried: next.url, kept } : {}),
      ...(newer ? { newer } : {}),
    }
  }

  worker.addEventListener('activate', event => {
    // Of a file that has changed the earlier version stays until the new one has come.
    event.waitUntil(drop(key => !byAddress.has(key.split('?')[0]!)))
  })
  worker.addEventListener('fetch', event => {
    const file = event.request.method === 'GET' && byAddress.get(event.request.url)
    if (file) event.respondWith(answer(file, event.request))
  })
  worker.addEventListener('message', event => {
    const question = event.data as RestQuestion | undefined
    const port = event.ports[0]
    if (port && (question?.ask === 'left' || question?.ask === 'next'))
      event.waitUntil(tell(question).then(it => port.postMessage(it)))
  })
}
