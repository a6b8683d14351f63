import type { DaysVolume } from '@domain/catalog/calendar'
import { afterPaint } from '@/platform/page/after-paint.h5'
import { unbroken } from '@/platform/page/unbroken.h5'
import { titleClass } from '@/components/annal/title-class'
import { stepFor } from '@/styles/type-step'
import { shanghai, weekday } from './shanghai'

// A script of its own, the first thing in the body of index.html: on the home page, today's event in the classes that the app
// will draw it in, at the same place. The app takes it away when its own stands there (src/platform/page/first-paint.h5.ts).
// Whatever fails here only means that the member waits for the app, whose script begins here, after what is painted: on a slow
// phone it takes the processor for a second, and what was not on the screen by then would come after it.

/** How long the app waits for the first paint, which is there sooner wherever the app's script is. */
const PATIENCE_MS = 600

/** `11-28` and `11月28日 周六`. */
function today(): { day: string; words: string } {
  const now = Date.now()
  const month = shanghai(now).slice(5, 7)
  const date = shanghai(now).slice(8, 10)
  return { day: `${month}-${date}`, words: `${Number(month)}月${Number(date)}日 ${weekday(now)}` }
}

/** A correction of this very day is the app's to apply. */
function corrected(day: string): boolean {
  try {
    return (localStorage.getItem('errata') ?? '').indexOf(day) >= 0
  } catch {
    return false
  }
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

function add(parent: Element, tag: 'div' | 'span', className: string, words = ''): Element {
  const node = document.createElement(tag)
  node.className = className
  node.textContent = words
  parent.appendChild(node)
  return node
}

function drawing(words: string, event: { year: number; text: string }): Element {
  const { type, dark } = window.earlyPage
  const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1
  const root = document.createElement('div')
  root.id = 'first-paint'
  root.className = `type-${type || stepFor(scale)} theme-${dark ? 'dark' : 'light'}`
  root.setAttribute('aria-hidden', 'true')
  const bar = add(root, 'div', 'title-bar')
  add(bar, 'span', 'title-bar__title', document.title)
  add(bar, 'span', 'title-action', '大字 A')
  const body = add(root, 'div', 'screen__body screen__body--tab')
  add(body, 'span', 'home__date', `${words}\u00a0· 党史上的今天`)
  const thread = add(add(body, 'div', 'home'), 'div', 'thread thread--on')
  const annal = add(add(thread, 'div', 'home__day'), 'div', 'annal')
  add(annal, 'span', 'annal__year', String(event.year))
  add(annal, 'span', titleClass(event.text), unbroken(event.text))
  return root
}

/** The member is still, or again, on the home page, and the app has not drawn it yet. */
const waiting = () =>
  !document.getElementById('today-event') && /^#?\/?(pages\/home\/index)?$/.test(location.hash.split('?')[0]!)

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
  const { day, words } = today()
  const month = window.earlyFeed?.[`days-${day.slice(0, 2)}.json`]
  if (!window.earlyPage.home || !month || corrected(day)) return
  const days = month.then(response => response.clone().json() as Promise<DaysVolume>)
  const all = await Promise.all([days, ...window.earlyPage.styles.map(loaded)])
  const event = (all[0] as DaysVolume).days.filter(it => it.day === day)[0]!.entries[0]!
  if (!waiting()) return
  const app = document.getElementById('app')!
  const root = drawing(words, event)
  const seen = onScreen()
  app.parentNode!.insertBefore(root, app)
  addEventListener('hashchange', () => root.remove())
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

const waited = new Promise(resolve => setTimeout(resolve, PATIENCE_MS))
Promise.all([parsed(), Promise.race([paint().catch(() => undefined), waited])]).then(beginApp)
