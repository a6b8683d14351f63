import { stepFor } from '@/styles/type-step'

/** What stands until the app has drawn the same. */
export interface Painting {
  root: HTMLElement
  /** Selector of what is on the page once the app has drawn it, or is about to. */
  until: string
}

/** Adds a node with words in it, or with none. */
export function add(parent: Element, tag: 'div' | 'span', className: string, words = ''): Element {
  const node = document.createElement(tag)
  node.className = className
  node.textContent = words
  parent.appendChild(node)
  return node
}

/** Adds a control of the title bar that is an icon. */
export function addAction(parent: Element, icon: string): void {
  add(add(parent, 'div', 'title-action'), 'div', `icon icon--${icon}`)
}

/** The page as `<Screen>` frames it: an empty bar above an empty body. @param desktop what it has room for there */
export function frame(
  desktop: 'columns' | 'notes',
  className: string,
): { root: HTMLElement; bar: Element; body: Element } {
  const { type, dark, loose } = window.earlyPage
  const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1
  const root = document.createElement('div')
  root.id = 'first-paint'
  root.className = `type-${type || stepFor(scale)} theme-${dark ? 'dark' : 'light'}${loose ? ' lines-loose' : ''}`
  root.setAttribute('aria-hidden', 'true')
  const page = add(root, 'div', `first-page screen--${desktop}`)
  return { root, bar: add(page, 'div', 'title-bar'), body: add(page, 'div', className) }
}

/** A file of the feed that has been asked for; the app reads it as well. */
export async function early<T>(file: string): Promise<T> {
  const response = await window.earlyFeed![file]!
  return response.clone().json() as Promise<T>
}

/** A correction of what bears this name is the app's to apply. */
export function corrected(name: string): boolean {
  try {
    return (localStorage.getItem('errata') ?? '').indexOf(name) >= 0
  } catch {
    return false
  }
}
