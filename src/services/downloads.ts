import type { EpisodeMedia } from '@domain/feed/types'
import type { KeptFile } from './kept-name'

/** Media kept on the phone. `downloads.weapp.ts` keeps files, `downloads.h5.ts` answers of the Cache API. */

export interface Transfer {
  /** @throws DownloadError */
  done: Promise<void>
  cancel(): void
}

/** What is kept, by looking: there is no list beside it that could disagree. */
export declare function listKept(): Promise<KeptFile[]>
/**
 * Fetches a file, compares bytes and sha-256 with the catalog's, keeps it. What does not agree is not kept.
 * @param onBytes bytes that have come so far
 */
export declare function fetchMedia(url: string, media: EpisodeMedia, onBytes: (got: number) => void): Transfer
/**
 * The address a player can open.
 * @returns undefined when the file is gone
 */
export declare function openKept(media: EpisodeMedia): Promise<string | undefined>
/** Whether what is kept still is what the catalog says. */
export declare function isSound(media: EpisodeMedia): Promise<boolean>
/** Deletes one kept file. @param name as `listKept` gives it */
export declare function dropKept(name: string): Promise<void>
