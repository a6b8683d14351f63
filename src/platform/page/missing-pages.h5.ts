import { nextWorker } from '../files/next-worker.h5'

/** An address that fails this soon after the start is not one of an older version, milliseconds. */
const JUST_STARTED_MS = 10_000

/** So long a newer version that is about to take over is waited for, milliseconds. */
const TAKES_OVER_MS = 15_000

type Listener = (again: () => void) => void

let tell: Listener | undefined
let tellUnknown: (() => void) | undefined
/** An unknown page was asked for before anybody could be told: the first page of all may be the one. */
let untold = false

interface Route {
  path: string
  /** What the page is made of, some of it on its way. */
  load(): Promise<unknown[]>
}

/** Taro keeps what loads each page where its own router finds it. */
const routesOfApp = () => (window as unknown as { __taroAppConfig?: { routes?: Route[] } }).__taroAppConfig?.routes

export async function fetchPage(url: string): Promise<void> {
  const path = url.replace(/^\//, '').split('?')[0]
  const parts = await routesOfApp()
    ?.find(it => it.path === path)
    ?.load()
  await Promise.all(parts ?? [])
}

function isMissingCode(error: unknown): boolean {
  const { name, code } = (error ?? {}) as { name?: string; code?: string }
  return name === 'ChunkLoadError' || code === 'CSS_CHUNK_LOAD_FAILED'
}

/** Whether another service worker than the first that answered for this page has taken over: that of a newer version, and only its files are kept. */
let replaced = false

function watchWorker(): void {
  // A browser that keeps nothing has none.
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!workers) return
  // On the first visit of all the first of them takes over while the app is open: it is of the same version.
  let answered = workers.controller !== null
  workers.addEventListener('controllerchange', () => {
    replaced = answered
    answered = true
  })
}

/** While the app stayed open a newer version may have taken the place of its files. */
const mayBeOlder = () => replaced || (navigator.onLine && performance.now() > JUST_STARTED_MS)

/**
 * The host has a newer version already, whose worker is still on its way or waits for the earlier one to be done. Begun anew
 * before that one has taken over, the app would be the earlier version again, and miss the same file.
 * @returns whether it has taken over
 */
async function newerTakesOver(): Promise<boolean> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined
  const registration = await workers?.getRegistration()
  if (!registration) return false
  await registration.update()
  if (replaced) return true
  if (!registration.installing && !registration.waiting) return false
  return nextWorker(TAKES_OVER_MS)
}

/** Begins the newer version where there is one; otherwise the network is missing, and the member is told. */
function beginNewer(begin: () => void, again: () => void): void {
  if (mayBeOlder()) return begin()
  void newerTakesOver()
    .catch(() => false)
    .then(newer => (newer ? begin() : tell?.(again)))
}

export function pageMissing(error: unknown, url: string, again: () => void): void {
  if (!isMissingCode(error)) throw error
  beginNewer(() => {
    history.pushState(null, '', `#${url}`)
    location.reload()
  }, again)
}

export function onMissingPage(listener: Listener): void {
  tell = listener
}

export function pageUnknown(): void {
  untold = !tellUnknown
  tellUnknown?.()
}

export function onUnknownPage(listener: () => void): void {
  tellUnknown = listener
  if (untold) listener()
  untold = false
}

/**
 * A page whose code cannot be had, entered by its address. While the app stayed open a newer version may have taken the
 * place of its files: it is started again, at that page. Otherwise the network is missing before everything was fetched,
 * and the member is told.
 */
export function watchMissingPages(): void {
  watchWorker()
  window.addEventListener('unhandledrejection', event => {
    if (!isMissingCode(event.reason)) return
    event.preventDefault()
    const again = () => location.reload()
    beginNewer(again, again)
  })
}
