import type { Page } from 'playwright-core'

/** px a step: less than a screen, so that no row is gone past unseen. */
const STEP = 500
/** px beyond the screen, farther than which rows go (layout/lists/stretch). */
const NEAR = 320

interface Row {
  id: string
  /** The how manieth stretch of the list it is in. */
  stretch: number
}

/**
 * Goes through a long list from its first row to its last, as a finger does.
 * @returns what every row's id says after `start`, in the order of the list, and how many were on the page at most
 */
export async function walkThrough(page: Page, start: string): Promise<{ ids: string[]; most: number }> {
  const seen = new Map<string, number>()
  let most = 0
  for (let at: number | undefined = 0; at !== undefined;) {
    const rows = await rowsAt(page, start, at)
    for (const { id, stretch } of rows) seen.set(id, stretch)
    most = Math.max(most, rows.length)
    at = await page.evaluate(
      ([from, step]) => {
        const scroller = [...document.querySelectorAll<HTMLElement>('.taro_page')]
          .filter(it => it.offsetHeight > 0)
          .pop()!
        const end = scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 1
        return end && !scroller.querySelector('#list-end') ? undefined : from + step
      },
      [at, STEP] as const,
    )
  }
  // A stretch that a step went past may come into the document later: its rows stand where it does.
  return { ids: [...seen].sort(([, a], [, b]) => a - b).map(([id]) => id), most }
}

/** Scrolls to a place and waits until the rows there stand. */
async function rowsAt(page: Page, start: string, at: number): Promise<Row[]> {
  const rows = await page.waitForFunction(
    ([prefix, top, near]) => {
      const scroller = [...document.querySelectorAll<HTMLElement>('.taro_page')]
        .filter(it => it.offsetHeight > 0)
        .pop()!
      const wanted = Math.min(top, scroller.scrollHeight - scroller.clientHeight)
      if (Math.abs(scroller.scrollTop - wanted) > 1) {
        scroller.scrollTop = wanted
        return false
      }
      const sights = [...scroller.querySelectorAll('.stretch, #list-end')].filter(it => {
        const { top: from, bottom } = it.getBoundingClientRect()
        return bottom > 0 && from < innerHeight
      })
      if (sights.some(it => it.id === 'list-end' || it.childElementCount === 0)) return false
      const stretches = [...scroller.querySelectorAll('.stretch')]
      // Those that the step has left behind go a moment after the next ones have come.
      const left = stretches.filter(it => {
        const { top: from, bottom } = it.getBoundingClientRect()
        return it.childElementCount > 0 && (bottom < -near || from > innerHeight + near)
      })
      if (left.length > 0) return false
      return [...scroller.querySelectorAll(`[id^="${prefix}"]`)].map(it => ({
        id: it.id.slice(prefix.length),
        stretch: stretches.indexOf(it.closest('.stretch')!),
      }))
    },
    [start, at, NEAR] as const,
  )
  return (await rows.jsonValue()) as Row[]
}
