import type { EpisodeMeta } from '@domain/feed/types'

/** Where an episode can be played from. */
export type MediaPlace =
  /** In the package (WeChat) or beside index.html (web): plays without a network. */
  | { from: 'bundle'; url: string }
  /** On the media host. */
  | { from: 'host'; url: string }
  /** Nowhere: only the transcript is there. */
  | { from: 'none' }

type Download = () => Promise<unknown>

let downloads: Download[] = []
const ready = new Map<number, Promise<unknown>>()

/** WeChat only: how each media sub-package is made readable, the first being number 1. Called by app.tsx. */
export function setMediaDownloaders(list: Download[]): void {
  downloads = list
}

/**
 * Resolves once a bundled file can be opened.
 * @throws what the download says; the next call tries again
 */
export function mediaReady(file: string): Promise<unknown> {
  if (process.env.TARO_ENV !== 'weapp') return Promise.resolve()
  const number = MEDIA_PACKAGE_OF[file] ?? 0
  const known = ready.get(number)
  if (known) return known
  const download = downloads[number - 1] ?? (() => Promise.reject(new Error(`小程序包里没有 ${file}`)))
  const loading = download().catch((error: unknown) => {
    ready.delete(number)
    throw error
  })
  ready.set(number, loading)
  return loading
}

/** Where to play an episode from: the bundle first, then the host, else nowhere. */
export function mediaPlace(episode: Pick<EpisodeMeta, 'media'>): MediaPlace {
  const { media } = episode
  if (!media) return { from: 'none' }
  if (process.env.TARO_ENV === 'weapp') {
    const number = MEDIA_PACKAGE_OF[media.file]
    if (number) return { from: 'bundle', url: `/media/${number}/${media.file}` }
  } else if (media.bundled) return { from: 'bundle', url: `./media/${media.file}` }
  if (MEDIA_BASE_URL) return { from: 'host', url: `${MEDIA_BASE_URL.replace(/\/$/, '')}/${media.file}` }
  return { from: 'none' }
}
