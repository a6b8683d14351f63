export interface Rect {
  top: number
  bottom: number
  right: number
}

/**
 * Where the nodes of each selector are on the screen now, px from its top, in the order of the page. On the web at once: Taro's
 * query there waits until the wall clock has gone on by 100 ms, which one that is put back does not, and never answers when it
 * is asked while one page gives way to another. `rects.weapp.ts` and `rects.h5.ts`.
 */
export declare function measureRects(...selectors: string[]): Promise<Rect[][]>
