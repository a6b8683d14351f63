import Taro from '@tarojs/taro'

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
