import Taro from '@tarojs/taro'
import { seenPage } from './shown-page.h5'

/** Longer than a page that one comes back to takes to be seen again, milliseconds. */
const SEEN_BY_MS = 800

function byKeys(element: Element): boolean {
  try {
    return element.matches(':focus-visible')
  } catch {
    // Not before Chrome 86, Safari 15.4: nothing is given back there.
    return false
  }
}

/**
 * Whoever goes on by keys and comes back finds the focus where it was: a page that is hidden meanwhile loses it, and Tab would
 * begin at the top of the page again.
 */
export function keepFocus(): void {
  const left = new WeakMap<Element, HTMLElement>()
  // Not what has the focus later: until the page is hidden Tab goes on through it.
  Taro.eventCenter.on('__taroRouterChange', () => {
    const focused = document.activeElement as HTMLElement | null
    const page = focused?.closest('.taro_page')
    if (!focused || !page) return
    if (byKeys(focused)) left.set(page, focused)
    else left.delete(page)
  })
  Taro.eventCenter.on('__afterTaroRouterChange', () => {
    const until = performance.now() + SEEN_BY_MS
    const giveBack = () => {
      const page = seenPage()
      const focused = document.activeElement
      // A page that is hidden a moment later takes the focus with it only then.
      if (page && (!focused || focused === document.body || !page.contains(focused))) {
        const element = left.get(page)
        if (element?.isConnected) element.focus({ preventScroll: true })
      }
      if (performance.now() < until) requestAnimationFrame(giveBack)
    }
    giveBack()
  })
}
