import { afterPaint } from '@/platform/page/after-paint.h5'
import { articlePainting } from './article'
import { todayPainting } from './today'

// A script of its own, the first thing in the body of index.html: on the home page today's event, in an article its beginning, in
// the classes that the app will draw them in, at the same place. The app takes it away when its own stands there
// (src/platform/page/first-paint.h5.ts).
// Whatever fails here only means that the member waits for the app, whose script begins here, after what is painted: on a slow
// phone it takes the processor for a second, and what was not on the screen by then would come after it.

/** How long the app waits for the first paint, which is there sooner wherever the app's script is. */
const PATIENCE_MS = 600

/** The member has gone to another page. */
let left = false

function leave(): void {
  left = true
  document.getElementById('first-paint')?.remove()
}

function loaded(href: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = href
    link.onload = resolve
    link.onerror = reject
    document.head.appendChild(link)
  })
}

/**
 * When the browser says that the first words of the page are on the screen: a script that begins once the frame is made still
 * comes before it is shown. Where it says no such thing (before Chrome 73, Safari 14.1), after the frame that is being made.
 */
function onScreen(): Promise<void> {
  const told = window.PerformanceObserver?.supportedEntryTypes
  if (!told || told.indexOf('paint') < 0) return afterPaint()
  return new Promise(resolve =>
    new PerformanceObserver(list => {
      if (list.getEntriesByName('first-contentful-paint').length > 0) resolve()
    }).observe({ entryTypes: ['paint'] }),
  )
}

/** @returns when it stands on the screen, or will not */
async function paint(): Promise<void> {
  const { home, article, styles } = window.earlyPage
  if (!home && !article) return
  const [painting] = await Promise.all([article ? articlePainting(article) : todayPainting(), ...styles.map(loaded)])
  if (!painting || left || document.querySelector(painting.until)) return
  const app = document.getElementById('app')!
  const seen = onScreen()
  app.parentNode!.insertBefore(painting.root, app)
  await seen
}

const parsed = () =>
  new Promise<unknown>(resolve => {
    if (document.readyState !== 'loading') resolve(undefined)
    else document.addEventListener('DOMContentLoaded', resolve)
  })

function beginApp(): void {
  const script = document.createElement('script')
  script.src = window.built.app
  document.head.appendChild(script)
}

addEventListener('hashchange', leave)
const waited = new Promise(resolve => setTimeout(resolve, PATIENCE_MS))
Promise.all([parsed(), Promise.race([paint().catch(() => undefined), waited])]).then(beginApp)
