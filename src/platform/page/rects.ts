import Taro from '@tarojs/taro'

export interface Rect {
  top: number
  bottom: number
  right: number
}

/** Where the nodes of a selector are on the screen now, px from its top, in the order of the page. */
export function measureRects(selector: string): Promise<Rect[]> {
  return new Promise(resolve => {
    Taro.createSelectorQuery()
      .selectAll(selector)
      .boundingClientRect(found => resolve([found].flat().filter(Boolean) as Rect[]))
      .exec()
  })
}
