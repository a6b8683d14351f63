import { StorageFullError } from '@/storage/errors'
import type { KeyValue } from '@/storage/key-value'

/** A store in memory that keeps JSON text, as both platforms do; `limit` bytes at most. */
export function memoryKeyValue(limit = Infinity): KeyValue & { raw: Map<string, string> } {
  const raw = new Map<string, string>()
  const read = (keys: string[]) =>
    new Map(keys.flatMap(key => (raw.has(key) ? [[key, JSON.parse(raw.get(key)!) as unknown]] : [])))
  return {
    raw,
    read: async keys => read(keys),
    keys: async prefix => [...raw.keys()].filter(key => key.startsWith(prefix)).sort(),
    update: async (keys, change) => {
      const next = new Map(raw)
      for (const [key, value] of change(read(keys))) {
        if (value === undefined) next.delete(key)
        else next.set(key, JSON.stringify(value))
      }
      const used = [...next].reduce((sum, [key, value]) => sum + key.length + value.length, 0)
      if (used > limit) throw new StorageFullError('test')
      raw.clear()
      for (const [key, value] of next) raw.set(key, value)
    },
    usage: async () => ({ used: [...raw.values()].reduce((sum, value) => sum + value.length, 0), limit }),
    clear: async () => raw.clear(),
  }
}
