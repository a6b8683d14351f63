import type { Rect } from './rects'

export async function measureRects(...selectors: string[]): Promise<Rect[][]> {
  return selectors.map(it => [...document.querySelectorAll(it)].map(node => node.getBoundingClientRect()))
}
