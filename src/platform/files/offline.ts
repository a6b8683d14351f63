/** Keeping the app's own files, so that it works without a network. `offline.h5.ts` and `offline.weapp.ts`. */

/** What of this version is not kept yet. */
export interface OfflineState {
  /** Files. */
  left: number
  /** Their bytes, uncompressed. */
  bytes: number
}

/** What is missing now; undefined where nothing has to be kept (WeChat), or nothing can be. Never rejects. */
export declare function offlineState(): Promise<OfflineState | undefined>

/**
 * Fetches what is missing, one file after another, and tells after each. Gives up on a file that does not come, and
 * altogether when the network is gone.
 * @returns what is still missing then
 */
export declare function fillOffline(tell: (state: OfflineState) => void): Promise<OfflineState | undefined>

/** Whether the phone asks to be spared: data saver is on, or the connection is metered or very slow, as far as it tells. */
export declare function sparesData(): boolean

/** Calls once when nothing else is to be done. */
export declare function whenIdle(work: () => void): void
