import type { WorkerScope } from './rest'

// Appended to the service worker that workbox writes, as rest.ts is. Of all files of the install index.html is the one that has
// no hash to be known by: some networks write into it. So workbox would keep whatever comes in its place, the page of a hotel,
// and begin the app with that from then on.

/** The page that begins the app. */
export interface PageFile {
  /** Another one is another build's. */
  revision: string
  /** What it names, whatever a network has written into it: the files that the app begins with. */
  names: readonly string[]
}

/** Keeps index.html, and answers with it for the address of the app. */
export function keepPage(worker: WorkerScope, { revision, names }: PageFile): void {
  const { scope } = worker.registration
  const address = `${scope}index.html`
  const key = `${address}?${revision}`
  const cache = () => worker.caches.open('page')

  /** From the network, and kept; refuses what is not this build's, so that the install fails and is tried again. */
  async function take(): Promise<void> {
    const response = await worker.fetch(address, { cache: 'no-cache' })
    const text = await response.text()
    const missing = names.find(it => text.indexOf(it) < 0)
    if (!response.ok || missing) throw new Error(`index.html: HTTP ${response.status}, without ${missing}`)
    // One that was redirected to begins no page: it is written anew.
    const { headers } = response
    await (await cache()).put(key, new Response(text, { headers }))
  }

  async function forgetOthers(): Promise<void> {
    const kept = await cache()
    const others = (await kept.keys()).filter(it => it.url !== key)
    await Promise.all(others.map(it => kept.delete(it)))
  }

  worker.addEventListener('install', event => event.waitUntil(take()))
  worker.addEventListener('activate', event => event.waitUntil(forgetOthers()))
  worker.addEventListener('fetch', event => {
    const { method, url } = event.request
    const [path] = url.split(/[?#]/)
    if (method !== 'GET' || (path !== scope && path !== address)) return
    const kept = cache().then(it => it.match(key))
    event.respondWith(kept.then(it => it ?? worker.fetch(event.request)))
  })
}
