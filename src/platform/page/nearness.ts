/** px before its end at which a list grows without having been scrolled; undefined where only scrolling makes it grow. */
export declare const ROWS_AHEAD: number | undefined

/**
 * Tells when a node comes near the screen or goes far from it, on the page in sight. `nearness.weapp.ts` and `nearness.h5.ts`.
 * @param near px beyond the edges of the screen that still count as near
 * @param tell how it stands; px height of the node when it went
 * @returns to be called when the node goes
 */
export declare function watchNearness(
  id: string,
  near: number,
  tell: (isNear: boolean, height: number) => void,
): () => void
