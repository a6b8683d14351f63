import type { VirtualClock } from './clock'
import { rectsOf, WINDOW } from './layout'
import type { Sight } from './query'
import { select } from './tree'

interface Watch {
  selector: string
  margins: { top?: number; bottom?: number }
  tell: (change: object) => void
  inSight: boolean
}

/** `wx.createIntersectionObserver` over the page in sight: looked at when asked and after every scroll, as WeChat does between frames. */
export class IntersectionObservers {
  private readonly watches = new Set<Watch>()

  constructor(
    private readonly sight: () => Sight,
    private readonly clock: VirtualClock,
  ) {}

  create = (): object => {
    const own: Watch[] = []
    let margins: Watch['margins'] = {}
    const observer = {
      relativeTo: () => observer,
      relativeToViewport: (wanted: Watch['margins'] = {}) => {
        margins = wanted
        return observer
      },
      observe: (selector: string, tell: Watch['tell']) => {
        // WeChat begins with a ratio of nothing: a node that is in sight is told at once, one that is not stays unmentioned.
        const watch = { selector, margins, tell, inSight: false }
        own.push(watch)
        this.watches.add(watch)
        this.clock.schedule(() => this.look(), 10)
      },
      disconnect: () => {
        for (const watch of own) this.watches.delete(watch)
      },
    }
    return observer
  }

  look(): void {
    for (const watch of this.watches) {
      const { page, root } = this.sight()
      const { top = 0, bottom = 0 } = watch.margins
      const [rect] = rectsOf(root, select(root, watch.selector).slice(0, 1), page)
      if (!rect) continue
      const shown = Math.min(rect.bottom, WINDOW.height + bottom) - Math.max(rect.top, -top)
      const inSight = shown > 0
      if (inSight === watch.inSight) continue
      watch.inSight = inSight
      watch.tell({ intersectionRatio: inSight ? shown / rect.height : 0, boundingClientRect: rect })
    }
  }
}
