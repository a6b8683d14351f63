import type { FeedPackage } from '@domain/catalog/volume-names'

/** Where the compiled feed's files come from. `source.weapp.ts` and `source.h5.ts`; tests bring their own. */
export interface FeedSource {
  /**
   * One file of `dist/feed`, parsed.
   * @throws FeedError when it is missing, damaged, or cannot be reached.
   */
  read(file: string): Promise<unknown>
}

export declare const source: FeedSource
/** How each sub-package that holds files of the feed is made readable. */
export type Downloaders = Readonly<Record<FeedPackage, () => Promise<unknown>>>
/** WeChat only. Called by app.tsx before anything is read. */
export declare function setDownloaders(them: Downloaders): void
