import type { Callbacks, Replies } from './reply'

/** WeChat's limits: 10 MB in all, 1 MB for one key. */
const TOTAL = 10 * 1024 * 1024
const ONE_KEY = 1024 * 1024

/** What stays on the phone when the app is killed. */
export class PhoneStorage {
  private readonly values = new Map<string, string>()

  keys(): string[] {
    return [...this.values.keys()]
  }

  /** Bytes of all keys and values. */
  used(): number {
    let sum = 0
    for (const [key, text] of this.values) sum += Buffer.byteLength(key) + Buffer.byteLength(text)
    return sum
  }

  get(key: string): unknown {
    const text = this.values.get(key)
    return text === undefined ? '' : JSON.parse(text)
  }

  /** @throws as WeChat does, when there is no room; the old value stays then */
  set(key: string, value: unknown): void {
    const text = JSON.stringify(value) ?? 'null'
    const bytes = Buffer.byteLength(key) + Buffer.byteLength(text)
    const before = this.values.get(key)
    const freed = before === undefined ? 0 : Buffer.byteLength(key) + Buffer.byteLength(before)
    if (bytes > ONE_KEY) throw new Error('data exceed max size 1Mb')
    if (this.used() - freed + bytes > TOTAL) throw new Error('exceed storage max size 10Mb')
    this.values.set(key, text)
  }

  remove(key: string): void {
    this.values.delete(key)
  }

  clear(): void {
    this.values.clear()
  }

  /** A phone with the same data. */
  copy(): PhoneStorage {
    const other = new PhoneStorage()
    for (const [key, text] of this.values) other.values.set(key, text)
    return other
  }

  /** Other data of the app takes all but `left` bytes. */
  fill(left: number): void {
    for (let i = 0; this.used() < TOTAL - left - 64; i++) {
      const size = Math.min(ONE_KEY - 64, TOTAL - left - 64 - this.used())
      this.set(`filler-${i}`, 'x'.repeat(Math.max(1, size)))
    }
  }
}

/** The storage functions of `wx`. */
export function storageApi(storage: PhoneStorage, replies: Replies): Record<string, unknown> {
  const info = () => ({
    keys: storage.keys(),
    currentSize: Math.ceil(storage.used() / 1024),
    limitSize: TOTAL / 1024,
  })
  const sync = <T>(name: string, work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw new Error(`${name}:fail ${(error as Error).message}`, { cause: error })
    }
  }
  type Keyed = Callbacks & { key: string; data?: unknown }
  return {
    getStorageSync: (key: string) => storage.get(key),
    setStorageSync: (key: string, value: unknown) => sync('setStorageSync', () => storage.set(key, value)),
    removeStorageSync: (key: string) => storage.remove(key),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: info,
    getStorage: (it: Keyed) =>
      replies.later('getStorage', it, () => {
        if (!storage.keys().includes(it.key)) throw new Error('data not found')
        return { data: storage.get(it.key) }
      }),
    setStorage: (it: Keyed) => replies.later('setStorage', it, () => storage.set(it.key, it.data)),
    removeStorage: (it: Keyed) => replies.later('removeStorage', it, () => storage.remove(it.key)),
    clearStorage: (it?: Callbacks) => replies.later('clearStorage', it, () => storage.clear()),
    getStorageInfo: (it?: Callbacks) => replies.later('getStorageInfo', it, info),
  }
}
