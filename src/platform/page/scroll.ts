import Taro from '@tarojs/taro'
import { screenInsets } from './layout'
import { measureRects } from './rects'

/** px of the title bar at the largest type, and a little air under it. */
const TITLE_BAR = 90

/** px at the top of a page that are covered: by the title bar, and above it by the phone's status bar. */
export const coveredTop = (): number => screenInsets().top + TITLE_BAR

/** Shows the top of the page in sight, at once. */
export function scrollToTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}

/** Shows the node with this id under the title bar, once what was just changed is on the page. */
export function scrollToNode(id: string): void {
  const scroll = async () => {
    try {
      await Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -coveredTop(), duration: 0 })
    } catch {
      // The page was left meanwhile, and the node with it.
    }
  }
  Taro.nextTick(() => setTimeout(() => void scroll(), 60))
}

/** px at the bottom of a page that the mini player covers. */
const PLAYER = 90

/**
 * Goes along from one node to the next, for who has been looking at the first: the page moves only when that is in sight
 * and the next has left the screen by its lower edge.
 * @param covered px at the bottom of the page that something lies over
 * @returns whether the page moves
 */
export async function scrollAlong(from: string, to: string, covered = PLAYER): Promise<boolean> {
  const [[seen], [next]] = await Promise.all([measureRects(`#${from}`), measureRects(`#${to}`)])
  const height = Taro.getWindowInfo().windowHeight
  if (!seen || !next || seen.bottom <= coveredTop() || seen.top >= height || next.bottom <= height - covered)
    return false
  scrollToNode(to)
  return true
}
