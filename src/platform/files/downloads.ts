import type { EpisodeMedia } from '@domain/catalog/types'

/** Bringing media to the phone. `downloads.weapp.ts` and `downloads.h5.ts`; what is there is ./kept-files.ts. */

export interface Transfer {
  /** @throws DownloadError */
  done: Promise<void>
  cancel(): void
}

/**
 * Fetches a file, compares bytes and sha-256 with the catalog's, keeps it. What does not agree is not kept.
 * @param onBytes bytes that have come so far
 */
export declare function fetchMedia(url: string, media: EpisodeMedia, onBytes: (got: number) => void): Transfer
