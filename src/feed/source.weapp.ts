import Taro from '@tarojs/taro'
import catalog from '../../dist/feed/catalog.json'
import { FeedError } from './errors'
import type { FeedSource } from './source'
import { decodeUtf8 } from '@/platform/utf8'

let ready: Promise<unknown> | undefined
let download: () => Promise<unknown> = () => Promise.reject(new Error('setDownloader was not called'))

export function setDownloader(how: () => Promise<unknown>): void {
  download = how
}

/** Brotli volumes of the `feed` sub-package; the catalog is a module of the main package. */
export const source: FeedSource = {
  async read(file) {
    if (file === 'catalog.json') return catalog
    try {
      // A failed download is tried again at the next read.
      await (ready ??= download().catch(error => {
        ready = undefined
        throw error
      }))
    } catch (error) {
      throw new FeedError(file, true, String((error as { errMsg?: string }).errMsg ?? error))
    }
    const bytes = await readCompressed(file)
    try {
      return JSON.parse(decodeUtf8(bytes))
    } catch (error) {
      throw new FeedError(file, false, (error as Error).message)
    }
  },
}

function readCompressed(file: string): Promise<ArrayBuffer> {
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readCompressedFile({
      filePath: `feed/${file}.br`,
      compressionAlgorithm: 'br',
      // Taro types the result as a string; WeChat gives bytes.
      success: result => resolve((result as unknown as { data: ArrayBuffer }).data),
      fail: error => reject(new FeedError(file, false, error.errMsg)),
    })
  })
}
