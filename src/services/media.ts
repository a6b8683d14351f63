import type { EpisodeMeta } from '@domain/feed/types'

/** Where an episode can be played from. */
export type MediaPlace =
  /** In the package (WeChat) or beside index.html (web): plays without a network. */
  | { from: 'bundle'; url: string }
  /** On the media host. */
  | { from: 'host'; url: string }
  /** Nowhere: only the transcript is there. */
  | { from: 'none' }

let ready: Promise<unknown> | undefined
let download: () => Promise<unknown> = () => Promise.resolve()

/** WeChat only: how the sub-package with media is made readable. Called by app.tsx. */
export function setMediaDownloader(how: () => Promise<unknown>): void {
  download = how
}

/** Resolves once bundled media can be opened. */
export function mediaReady(): Promise<unknown> {
  ready ??= download().catch(error => {
    ready = undefined
    throw error
  })
  return ready
}

/** Where to play an episode from: the bundle first, then the host, else nowhere. */
export function mediaPlace(episode: Pick<EpisodeMeta, 'media'>): MediaPlace {
  const { media } = episode
  if (!media) return { from: 'none' }
  if (media.bundled && (process.env.TARO_ENV === 'h5' || media.file.endsWith('.m4a'))) {
    return { from: 'bundle', url: process.env.TARO_ENV === 'weapp' ? `/media1/${media.file}` : `./media/${media.file}` }
  }
  if (MEDIA_BASE_URL) return { from: 'host', url: `${MEDIA_BASE_URL.replace(/\/$/, '')}/${media.file}` }
  return { from: 'none' }
}
