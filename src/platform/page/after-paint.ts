/**
 * Resolves when what stands now has been painted: what a page can do without at first must not take the network from what it is
 * read for. `after-paint.weapp.ts` and `after-paint.h5.ts`.
 */
export declare function afterPaint(): Promise<void>
