/** Where the compiled feed's files come from. `source.weapp.ts` and `source.h5.ts`; tests bring their own. */
export interface FeedSource {
  /**
   * One file of `dist/feed`, parsed.
   * @throws FeedError when it is missing, damaged, or cannot be reached.
   */
  read(file: string): Promise<unknown>
}

export declare const source: FeedSource
/** WeChat only: how the `feed` sub-package is made readable. Called by app.tsx before anything is read. */
export declare function setDownloader(download: () => Promise<unknown>): void
