import type { Rect } from './rects'

export async function measureAll(selectors: readonly string[]): Promise<Rect[][]> {
  return selectors.map(it => [...document.querySelectorAll(it)].map(node => node.getBoundingClientRect()))
}

export async function measureRects(selector: string): Promise<Rect[]> {
  return (await measureAll([selector]))[0]!
}
