import Taro from '@tarojs/taro'
import { fetchPage } from './missing-pages.h5'

/** Longer than Taro takes to hide a page that was left, milliseconds. */
const HIDDEN_BY_MS = 500

/**
 * Taro hides the page that is left a third of a second later, also when one has come back to it meanwhile: whoever goes
 * back at once would look at nothing. So the page in front is uncovered, frame by frame, until that moment is over.
 */
export function keepShownPage(): void {
  Taro.eventCenter.on('__afterTaroRouterChange', () => {
    const until = performance.now() + HIDDEN_BY_MS
    const uncover = () => {
      const page = Taro.getCurrentPages().pop() as { path?: string } | undefined
      if (page?.path) document.getElementById(page.path)?.classList.remove('taro_page_shade')
      if (performance.now() < until) requestAnimationFrame(uncover)
    }
    uncover()
  })
}

/** Longer than a page whose code is there takes to stand in front, milliseconds. */
const THERE_BY_MS = 500

/** The page that is seen; those below it stay in the document. */
export const seenPage = (): Element | undefined =>
  [...document.querySelectorAll('.taro_page')].filter(it => getComputedStyle(it).display !== 'none').pop()

/**
 * Whether the page of this address is the last that was opened and the one that is seen: one that was left before it had been
 * drawn may be drawn afterwards, over the page that took its place.
 */
function inFront(path: string): boolean {
  const last = Taro.getCurrentPages().pop() as { route?: string } | undefined
  return last?.route === path && seenPage()?.id.startsWith(`${path}?`) === true
}

/**
 * Taro opens pages in the order in which their code comes. Whoever goes back or forward twice at once, or on a slow network, may
 * so end on the page that was only on the way, under the address of another; then the one that was asked for last is opened.
 */
export function keepAskedPage(): void {
  let asked: string | undefined
  Taro.eventCenter.on('__taroRouterChange', (to: { toLocation: { path: string } }) => (asked = to.toLocation.path))
  Taro.eventCenter.on('__afterTaroRouterChange', () => {
    const wanted = asked
    const overtaken = () => wanted !== undefined && asked === wanted && !inFront(wanted)
    if (!overtaken()) return
    const settle = () => {
      if (!overtaken()) return
      const url = location.hash.slice(1)
      void (url.startsWith('/pages/') ? Taro.switchTab({ url }) : Taro.redirectTo({ url }))
    }
    // A code that cannot be had is told by who waits for missing pages.
    fetchPage(wanted!).then(
      () => setTimeout(settle, THERE_BY_MS),
      () => undefined,
    )
  })
}
