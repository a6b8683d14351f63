import Taro from '@tarojs/taro'
import { StorageFullError } from './errors'
import type { KeyValue } from './key-value'

/** Values are kept as JSON text, so that a half-written or foreign value is noticed instead of half-used. */
const PREFIX = 'kv/'

/** WeChat's synchronous storage: one thread, so an update cannot be interleaved. */
export async function openKeyValue(onCorrupt: (key: string, raw: unknown) => void): Promise<KeyValue> {
  const get = (key: string): unknown => {
    const raw: unknown = Taro.getStorageSync(PREFIX + key)
    if (raw === '' || raw === undefined || raw === null) return undefined
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
      const before = pick(keys)
      const after = change(new Map(before))
      const written: string[] = []
      try {
        for (const [key, value] of after) {
          write(key, value)
          written.push(key)
        }
      } catch (error) {
        for (const key of written) write(key, before.get(key))
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
