/** An address that fails this soon after the start is not one of an older version, milliseconds. */
const JUST_STARTED_MS = 10_000

type Listener = (again: () => void) => void

let tell: Listener | undefined

export function onMissingPage(listener: Listener): void {
  tell = listener
}

/**
 * A page whose code cannot be had. While the app stayed open a newer version may have taken the place of its files: it is
 * started again, at that page. Otherwise the network is missing before everything was fetched, and the member is told.
 */
export function watchMissingPages(): void {
  window.addEventListener('unhandledrejection', event => {
    const { name, code } = (event.reason ?? {}) as { name?: string; code?: string }
    if (name !== 'ChunkLoadError' && code !== 'CSS_CHUNK_LOAD_FAILED') return
    event.preventDefault()
    const again = () => location.reload()
    if (navigator.onLine && performance.now() > JUST_STARTED_MS) again()
    else tell?.(again)
  })
}
