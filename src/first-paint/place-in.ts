import { DATABASE, STORE } from '@/storage/database'
import { PLACES, type Places } from '@/storage/place'

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

/** Where the member was in an article. On a phone that has kept nothing yet the app's store is not made: that is the app's. */
export async function placeIn(item: string): Promise<{ quote: string } | undefined> {
  const opening = indexedDB.open(DATABASE)
  opening.onupgradeneeded = () => opening.transaction!.abort()
  const database = await answered(opening).catch(() => undefined)
  if (!database) return undefined
  try {
    const places: unknown = await answered(database.transaction(STORE).objectStore(STORE).get(PLACES))
    return typeof places === 'string' ? (JSON.parse(places) as Places)[item] : undefined
  } finally {
    database.close()
  }
}
