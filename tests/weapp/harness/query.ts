import type { VirtualClock } from './clock'
import { heightOf, rectsOf, WINDOW } from './layout'
import type { PageInstance } from './page'
import { select, type ViewNode } from './tree'

export interface Sight {
  page: PageInstance
  root: ViewNode
}
type Callback = (found: unknown) => void

/** `wx.createSelectorQuery` over the page in sight. */
export function selectorQuery(sight: () => Sight, clock: VirtualClock): () => object {
  return () => {
    const asked: { measure: () => unknown; callback?: Callback }[] = []
    const ask = (measure: () => unknown, callback?: Callback) => {
      asked.push({ measure, callback })
      return query
    }
    const rects = (selector: string) => {
      const { page, root } = sight()
      return rectsOf(root, select(root, selector), page)
    }
    const offset = () => {
      const { page, root } = sight()
      return { scrollLeft: 0, scrollTop: page.scrollTop, scrollWidth: WINDOW.width, scrollHeight: heightOf(root) }
    }
    const references = (find: () => unknown) => ({
      boundingClientRect: (callback?: Callback) => ask(find, callback),
      fields: (_wanted: object, callback?: Callback) => ask(find, callback),
      scrollOffset: (callback?: Callback) => ask(offset, callback),
    })
    const query = {
      in: () => query,
      select: (selector: string) => references(() => rects(selector)[0] ?? null),
      selectAll: (selector: string) => references(() => rects(selector)),
      selectViewport: () =>
        references(() => ({ left: 0, top: 0, right: WINDOW.width, bottom: WINDOW.height, ...WINDOW })),
      exec(callback?: Callback) {
        clock.schedule(() => {
          const found = asked.map(it => it.measure())
          asked.forEach((it, i) => it.callback?.(found[i]))
          callback?.(found)
        }, 10)
        return query
      },
    }
    return query
  }
}
