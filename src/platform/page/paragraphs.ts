import Taro from '@tarojs/taro'
import { measureRects } from './rects'
import { coveredBy, TITLE_BAR } from './scroll'

export interface Survey {
  /** Index of the paragraph that is first under the title bar. */
  first: number
  /** Index of the last paragraph that has come up over the lower edge of the screen. */
  last: number
  /** px from the top of the box down to where one reads; all the way once its end is in sight. */
  line: number
}

/** Share of the screen below the title bar at which the eyes are taken to be. */
const EYES = 0.3

/**
 * Which paragraphs of a box are in sight. Asked now and then instead of observed: Taro's IntersectionObserver does not say on the web which node it saw.
 * @returns undefined while none is laid out
 */
export async function surveyParagraphs(box: string, paragraph: string): Promise<Survey | undefined> {
  const height = Taro.getWindowInfo().windowHeight
  const [rects = [], [around] = [], bars = []] = await measureRects(`${box} ${paragraph}`, box, TITLE_BAR)
  if (rects.length === 0 || !around) return undefined
  const covered = coveredBy(bars)
  const first = rects.findIndex(rect => rect.bottom > covered)
  const below = rects.findIndex(rect => rect.top > height)
  const { top, bottom } = around
  const eyes = bottom <= height ? bottom : covered + (height - covered) * EYES
  return {
    first: first < 0 ? rects.length - 1 : first,
    last: (below < 0 ? rects.length : below) - 1,
    line: Math.round(Math.max(0, Math.min(eyes, bottom) - top)),
  }
}
