import Taro from '@tarojs/taro'
import type { Rect } from './rects'

export function measureRects(...selectors: string[]): Promise<Rect[][]> {
  return new Promise(resolve => {
    const query = Taro.createSelectorQuery()
    for (const selector of selectors) query.selectAll(selector).boundingClientRect()
    // Of what is not there WeChat says null.
    query.exec((found: unknown[]) => resolve(found.map(it => [it].flat().filter(Boolean) as Rect[])))
  })
}
