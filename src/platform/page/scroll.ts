import Taro from '@tarojs/taro'
import { screenInsets } from './layout'
import { measureRects, type Rect } from './rects'

/** px of a title bar of one line at the largest type. */
const ONE_LINE = 68
/** px between it and what is scrolled to. */
const AIR = 22

/** The title bar of a page: with its padding it covers the phone's status bar as well. */
export const TITLE_BAR = '.title-bar'

/**
 * px at the top of a page that are covered, and a little air.
 * @param bars where the title bars are: beside WeChat's capsule, or on a narrow phone, its controls take two lines in the largest
 * type; bars of pages below have no size
 */
export function coveredBy(bars: readonly { top: number; bottom: number }[]): number {
  const heights = bars.map(({ top, bottom }) => bottom - top)
  return Math.max(screenInsets().top + ONE_LINE, ...heights) + AIR
}

/** Shows the top of the page in sight, at once. */
export function scrollToTop(): void {
  void Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}

/** Shows the node with this id under the title bar, once what was just changed is on the page. */
export function scrollToNode(id: string): void {
  const scroll = async () => {
    try {
      await Taro.pageScrollTo({ ...(await placeOf(`#${id}`)), duration: 0 })
    } catch {
      // The page was left meanwhile, and the node with it.
    }
  }
  Taro.nextTick(() => setTimeout(() => void scroll(), 60))
}

/**
 * Where the page has to be for a node to stand under the title bar. By its selector alone Taro's web version takes the node's
 * distance from whatever positioned box is around it, an article's body for one, for its distance from the top of the page.
 */
async function placeOf(selector: string): Promise<Taro.pageScrollTo.Option> {
  if (process.env.TARO_ENV !== 'h5') {
    const [bars = []] = await measureRects(TITLE_BAR)
    return { selector, offsetTop: -coveredBy(bars) }
  }
  const [nodes = [], screens = [], bars = []] = await measureRects(selector, '.screen', TITLE_BAR)
  const [node, screen] = [shown(nodes), shown(screens)]
  if (!node || !screen) throw new Error(`${selector} is not on the page`)
  return { scrollTop: Math.max(0, node.top - screen.top - coveredBy(bars)) }
}

/** The last of the nodes that has a size; of a page below this one none has. */
const shown = (nodes: Rect[]) => nodes.filter(({ top, bottom }) => bottom > top).pop()

/** px at the bottom of a page that the mini player covers. */
const PLAYER = 90

/**
 * Goes along from one node to the next, for who has been looking at the first: the page moves only when that is in sight
 * and the next has left the screen by its lower edge.
 * @param covered px at the bottom of the page that something lies over
 * @returns whether the page moves
 */
export async function scrollAlong(from: string, to: string, covered = PLAYER): Promise<boolean> {
  const [[seen] = [], [next] = [], bars = []] = await measureRects(`#${from}`, `#${to}`, TITLE_BAR)
  const height = Taro.getWindowInfo().windowHeight
  if (!seen || !next || seen.bottom <= coveredBy(bars) || seen.top >= height || next.bottom <= height - covered)
    return false
  scrollToNode(to)
  return true
}
