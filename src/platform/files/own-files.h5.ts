import type { Recorded } from '@/platform/media/recorder'
import { dropKept } from './kept-files'
import { keptCache, keyOf } from './kept-store.h5'

const FULL = '这个浏览器放不下这段录音。删掉几集下载的节目，再存一次'

async function cache(): Promise<Cache> {
  const found = await keptCache()
  if (!found) throw new Error('这个浏览器存不下录音，换一个浏览器再试')
  return found
}

async function bytesOf(name: string): Promise<Blob> {
  const answer = await (await cache()).match(keyOf(name))
  if (!answer) throw new Error('录音不见了，可能是手机清理过')
  return answer.blob()
}

const inWords = (error: unknown): never => {
  throw new Error((error as Error).name === 'QuotaExceededError' ? FULL : (error as Error).message, { cause: error })
}

async function put(name: string, blob: Blob): Promise<void> {
  const headers = { 'content-type': blob.type, 'content-length': `${blob.size}` }
  await (await cache()).put(keyOf(name), new Response(blob, { headers }))
}

export async function keepRecorded(name: string, { file }: Recorded): Promise<void> {
  // What is downloaded can be had again, this cannot: the browser is asked not to clear it away by itself.
  void navigator.storage?.persist?.().catch(() => undefined)
  await put(name, file as Blob).catch(inWords)
}

/** The browser cannot rename: for a moment there are two, so that none is lost. */
export async function renameKept(from: string, to: string): Promise<void> {
  await put(to, await bytesOf(from)).catch(inWords)
  await dropKept(from)
}

export async function giveKept(name: string, as: string): Promise<void> {
  const url = URL.createObjectURL(await bytesOf(name))
  const link = document.createElement('a')
  link.href = url
  link.download = as
  link.click()
  // The download has begun by then; Safari needs the address a moment longer.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
