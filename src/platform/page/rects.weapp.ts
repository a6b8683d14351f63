import Taro from '@tarojs/taro'
import type { Rect } from './rects'

export function measureAll(selectors: readonly string[]): Promise<Rect[][]> {
  return new Promise(resolve => {
    const query = Taro.createSelectorQuery()
    for (const selector of selectors) query.selectAll(selector).boundingClientRect()
    // Of what is not there WeChat says null.
    query.exec((found: unknown[]) => resolve(found.map(it => [it].flat().filter(Boolean) as Rect[])))
  })
}

export async function measureRects(selector: string): Promise<Rect[]> {
  return (await measureAll([selector]))[0]!
}
