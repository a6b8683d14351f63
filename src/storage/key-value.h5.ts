import { openDB, type IDBPDatabase } from 'idb'
import { StorageClosedError, StorageFullError } from './errors'
import { DATABASE, STORE } from './database'
import type { KeyValue } from './key-value'

/** What browsers promise at least when they do not tell. */
const UNKNOWN_LIMIT = 50_000_000

/** IndexedDB: one read-write transaction per update, so two tabs cannot overwrite each other. */
export async function openKeyValue(onCorrupt: (key: string, raw: unknown) => void): Promise<KeyValue> {
  const database = keptOpen()
  await database()
  return overDatabase(database, onCorrupt)
}

/**
 * The database, opened again after it was closed under the app: browsers close it when site data are cleared, when
 * another tab has to upgrade or delete it, and some (iOS) when the page was long in the background.
 */
function keptOpen(): () => Promise<IDBPDatabase> {
  let opened: Promise<IDBPDatabase> | undefined
  const forget = () => {
    opened = undefined
  }
  const connect = async () => {
    try {
      return await openDB(DATABASE, 1, {
        upgrade(database) {
          database.createObjectStore(STORE)
        },
        blocking(_current, _blocked, event) {
          forget()
          ;(event.target as IDBDatabase).close()
        },
        terminated: forget,
      })
    } catch (error) {
      forget()
      throw new StorageClosedError((error as Error).message)
    }
  }
  return () => (opened ??= connect())
}

function overDatabase(database: () => Promise<IDBPDatabase>, onCorrupt: (key: string, raw: unknown) => void): KeyValue {
  const parse = (key: string, raw: unknown): unknown => {
    if (raw === undefined) return undefined
    try {
      return JSON.parse(raw as string)
    } catch {
      onCorrupt(key, raw)
      return undefined
    }
  }
  const collect = (keys: string[], raws: unknown[]) => {
    const values = new Map<string, unknown>()
    keys.forEach((key, i) => {
      const value = parse(key, raws[i])
      if (value !== undefined) values.set(key, value)
    })
    return values
  }
  return {
    read: async keys => {
      const tx = (await database()).transaction(STORE)
      return collect(keys, await Promise.all(keys.map(key => tx.store.get(key))))
    },
    keys: async prefix => {
      const all = await (await database()).getAllKeys(STORE, IDBKeyRange.bound(prefix, `${prefix}\uffff`))
      return all.map(String)
    },
    update: async (keys, change) => {
      const tx = (await database()).transaction(STORE, 'readwrite', { durability: 'strict' })
      try {
        const raws = await Promise.all(keys.map(key => tx.store.get(key)))
        const after = change(collect(keys, raws))
        for (const [key, value] of after) {
          // Not awaited one by one: the transaction as a whole is.
          if (value === undefined) void tx.store.delete(key).catch(() => undefined)
          else void tx.store.put(JSON.stringify(value), key).catch(() => undefined)
        }
        await tx.done
      } catch (error) {
        if ((error as DOMException).name === 'QuotaExceededError') throw new StorageFullError((error as Error).message)
        tx.done.catch(() => undefined)
        throw error
      }
    },
    usage: async () => {
      const estimate = await navigator.storage?.estimate?.()
      return { used: estimate?.usage ?? 0, limit: estimate?.quota ?? UNKNOWN_LIMIT }
    },
    clear: async () => (await database()).clear(STORE),
  }
}
