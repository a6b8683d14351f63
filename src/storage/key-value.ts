/**
 * The phone's durable memory as string keys to JSON values, the same on both platforms.
 * `key-value.weapp.ts` keeps them in WeChat's storage, `key-value.h5.ts` in IndexedDB; tests bring a Map.
 */
export interface KeyValue {
  /** Values of the keys that exist. A value that cannot be read is left out and reported through `onCorrupt`. */
  read(keys: string[]): Promise<Map<string, unknown>>
  /** Keys that begin with `prefix`, sorted. */
  keys(prefix: string): Promise<string[]>
  /**
   * Reads `keys`, hands them to `change`, and writes what it returns (undefined deletes), all or nothing.
   * No other update, in this tab or another, comes between. `change` must be synchronous.
   * @throws StorageFullError when the platform refuses to write for want of room; nothing is written then.
   */
  update(keys: string[], change: (values: Map<string, unknown>) => Map<string, unknown>): Promise<void>
  /** Bytes used and allowed, as far as the platform tells. */
  usage(): Promise<{ used: number; limit: number }>
  /** Everything goes. */
  clear(): Promise<void>
}

/** Opens the platform's store. */
export declare function openKeyValue(onCorrupt: (key: string, raw: unknown) => void): Promise<KeyValue>
