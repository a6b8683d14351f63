import type { Page } from 'playwright-core'

/** px a step: less than the rows that stay beyond the screen. */
const STEP = 500

/**
 * Goes through a long list from its first row to its last, as a finger does.
 * @returns what every row's id says after `start`, in the order of the list, and how many were on the page at most
 */
export async function walkThrough(page: Page, start: string): Promise<{ ids: string[]; most: number }> {
  const seen = new Set<string>()
  let most = 0
  for (let at: number | undefined = 0; at !== undefined;) {
    const ids = await rowsAt(page, start, at)
    for (const id of ids) seen.add(id)
    most = Math.max(most, ids.length)
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
  return { ids: [...seen], most }
}

/** Scrolls to a place and waits until the rows there stand. */
async function rowsAt(page: Page, start: string, at: number): Promise<string[]> {
  const rows = await page.waitForFunction(
    ([prefix, top]) => {
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
      return [...scroller.querySelectorAll(`[id^="${prefix}"]`)].map(it => it.id.slice(prefix.length))
    },
    [start, at] as const,
  )
  return (await rows.jsonValue()) as string[]
}
