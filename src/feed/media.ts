import type { EpisodeMedia } from '@domain/catalog/types'

type Download = () => Promise<unknown>

let downloads: Download[] = []
const ready = new Map<number, Promise<unknown>>()

/** WeChat only: how each media sub-package is made readable, the first being number 1. Called by app.tsx. */
export function setMediaDownloaders(list: Download[]): void {
  downloads = list
}

/** In the mini-program's own package. On the web nothing is: what lies beside index.html takes the network as a host's does. */
export function isPackaged({ file }: Pick<EpisodeMedia, 'file'>): boolean {
  return process.env.TARO_ENV === 'weapp' && MEDIA_PACKAGE_OF[file] !== undefined
}

/**
 * The address of a packaged file, once it can be opened.
 * @throws what the download of the sub-package says; the next call tries again
 */
export async function openPackaged(file: string): Promise<string> {
  const number = MEDIA_PACKAGE_OF[file] ?? 0
  let loading = ready.get(number)
  if (!loading) {
    const download = downloads[number - 1] ?? (() => Promise.reject(new Error(`小程序包里没有 ${file}`)))
    loading = download().catch((error: unknown) => {
      ready.delete(number)
      throw error
    })
    ready.set(number, loading)
  }
  await loading
  return `/media/${number}/${file}`
}

/** Exported as an object, so that a built package can be pointed to another host. */
export const mediaHost = { address: MEDIA_BASE_URL }

/** Where a file can be fetched: beside index.html when it travels with the web app, else on the media host. */
export function hostAddress({ file, bundled }: Pick<EpisodeMedia, 'file' | 'bundled'>): string | undefined {
  if (process.env.TARO_ENV !== 'weapp' && bundled) return `./media/${file}`
  return mediaHost.address ? `${mediaHost.address.replace(/\/$/, '')}/${file}` : undefined
}
