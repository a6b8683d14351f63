import Taro from '@tarojs/taro'
import { COVERED } from './scroll'

export interface Survey {
  /** Index of the paragraph that is first under the title bar. */
  first: number
  /** Index of the last paragraph that has come up over the lower edge of the screen. */
  last: number
}

/**
 * Which paragraphs are in sight. Asked now and then instead of observed: Taro's IntersectionObserver does not say on the web which node it saw.
 * @returns undefined while none is laid out
 */
export function surveyParagraphs(selector: string): Promise<Survey | undefined> {
  const height = Taro.getWindowInfo().windowHeight
  return new Promise(resolve => {
    Taro.createSelectorQuery()
      .selectAll(selector)
      .boundingClientRect(found => {
        const rects = [found].flat().filter(Boolean) as { top: number; bottom: number }[]
        const first = rects.findIndex(rect => rect.bottom > COVERED)
        const below = rects.findIndex(rect => rect.top > height)
        if (rects.length === 0) resolve(undefined)
        else resolve({ first: first < 0 ? rects.length - 1 : first, last: (below < 0 ? rects.length : below) - 1 })
      })
      .exec()
  })
}
