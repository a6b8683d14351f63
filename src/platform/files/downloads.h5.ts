import type { EpisodeMedia } from '@domain/catalog/types'
import { agrees } from './checksum'
import { DownloadError } from './download-error'
import type { Transfer } from './downloads'
import { keptName } from './kept-name'
import { keptCache, keyOf } from './kept-store.h5'

export function fetchMedia(url: string, media: EpisodeMedia, onBytes: (got: number) => void): Transfer {
  const abort = new AbortController()
  return { done: keep(url, media, onBytes, abort.signal), cancel: () => abort.abort() }
}

async function keep(url: string, media: EpisodeMedia, onBytes: (got: number) => void, signal: AbortSignal) {
  const cache = await keptCache()
  if (!cache) throw new DownloadError('full', '这个浏览器不能存放下载的节目，请换用 https 地址或较新的浏览器')
  const bytes = await receive(url, onBytes, signal)
  const sound = await agrees(bytes, media)
  if (signal.aborted) throw DownloadError.cancelled()
  if (!sound) throw DownloadError.damaged(bytes)
  const type = media.file.endsWith('.mp4') ? 'video/mp4' : 'audio/mp4'
  const headers = { 'content-type': type, 'content-length': String(bytes.length) }
  try {
    await cache.put(keyOf(keptName(media)), new Response(new Blob([bytes], { type }), { headers }))
  } catch (error) {
    throw DownloadError.full('', (error as Error).message)
  }
  // Asks not to be cleared when the disk runs low; a refusal changes nothing.
  await navigator.storage?.persist?.().catch(() => false)
}

async function receive(
  url: string,
  onBytes: (got: number) => void,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    // What the browser happens to hold may be what was damaged.
    const answer = await fetch(url, { signal, cache: 'no-store' })
    if (!answer.ok) throw DownloadError.refused(answer.status)
    const reader = answer.body?.getReader()
    if (!reader) return new Uint8Array(await answer.arrayBuffer())
    const parts: Uint8Array[] = []
    let got = 0
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value)
      got += part.value.length
      onBytes(got)
    }
    const all = new Uint8Array(got)
    let at = 0
    for (const part of parts) {
      all.set(part, at)
      at += part.length
    }
    return all
  } catch (error) {
    if (error instanceof DownloadError) throw error
    if (signal.aborted) throw DownloadError.cancelled()
    throw DownloadError.network((error as Error).message)
  }
}
