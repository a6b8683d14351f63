import Taro from '@tarojs/taro'
import { StorageFullError } from './errors'
import type { KeyValue } from './key-value'

/** Values are kept as JSON text, so that a half-written or foreign value is noticed instead of half-used. */
const PREFIX = 'kv/'

/** What WeChat answers for a key that does not exist. */
const isNothing = (raw: unknown) => raw === '' || raw === undefined || raw === null

/** WeChat's synchronous storage: one thread, so an update cannot be interleaved. */
export async function openKeyValue(onCorrupt: (key: string, raw: unknown) => void): Promise<KeyValue> {
  const get = (key: string): unknown => {
    const raw: unknown = Taro.getStorageSync(PREFIX + key)
    if (isNothing(raw)) return undefined
    try {
      return JSON.parse(raw as string)
    } catch {
      onCorrupt(key, raw)
      return undefined
    }
  }
  const pick = (keys: string[]) => {
    const values = new Map<string, unknown>()
    for (const key of keys) {
      const value = get(key)
      if (value !== undefined) values.set(key, value)
    }
    return values
  }
  const write = (key: string, value: unknown) => {
    if (value === undefined) Taro.removeStorageSync(PREFIX + key)
    else Taro.setStorageSync(PREFIX + key, JSON.stringify(value))
  }
  return {
    read: async keys => pick(keys),
    keys: async prefix =>
      Taro.getStorageInfoSync()
        .keys.filter(key => key.startsWith(PREFIX + prefix))
        .map(key => key.slice(PREFIX.length))
        .sort(),
    update: async (keys, change) => {
      const after = [...change(pick(keys))]
      // Every key that is written, also those that were not asked for: what could not be parsed comes back as it was.
      const before = after.map(([key]) => [key, Taro.getStorageSync(PREFIX + key) as unknown] as const)
      try {
        // What goes makes room for what comes.
        for (const [key, value] of after) if (value === undefined) write(key, value)
        for (const [key, value] of after) if (value !== undefined) write(key, value)
      } catch (error) {
        for (const [key] of after) write(key, undefined)
        for (const [key, raw] of before) if (!isNothing(raw)) Taro.setStorageSync(PREFIX + key, raw)
        throw new StorageFullError(String((error as { errMsg?: string }).errMsg ?? error))
      }
    },
    usage: async () => {
      const { currentSize, limitSize } = Taro.getStorageInfoSync()
      return { used: currentSize * 1024, limit: limitSize * 1024 }
    },
    clear: async () => {
      for (const key of Taro.getStorageInfoSync().keys) if (key.startsWith(PREFIX)) Taro.removeStorageSync(key)
    },
  }
}
