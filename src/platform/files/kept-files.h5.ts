import type { KeptFile } from './kept-name'
import { keptCache, keyOf } from './kept-store.h5'

const opened = new Map<string, string>()

export async function listKept(): Promise<KeptFile[]> {
  const cache = await keptCache()
  const requests = (await cache?.keys()) ?? []
  return Promise.all(
    requests.map(async request => {
      const answer = await cache!.match(request)
      return {
        name: request.url.slice(request.url.lastIndexOf('/') + 1),
        bytes: Number(answer?.headers.get('content-length')) || 0,
      }
    }),
  )
}

export async function openKept(name: string): Promise<string | undefined> {
  const known = opened.get(name)
  if (known) return known
  const answer = await (await keptCache())?.match(keyOf(name))
  if (!answer) return undefined
  // A blob's address answers ranges, with or without a service worker.
  const address = URL.createObjectURL(await answer.blob())
  opened.set(name, address)
  return address
}

export async function dropKept(name: string): Promise<void> {
  const address = opened.get(name)
  if (address) URL.revokeObjectURL(address)
  opened.delete(name)
  await (await keptCache())?.delete(keyOf(name))
}
