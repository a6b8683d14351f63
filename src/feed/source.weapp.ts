import Taro from '@tarojs/taro'
import catalog from '../../dist/feed/catalog.json'
import { packageOf, type FeedPackage } from '@domain/catalog/volume-names'
import { FeedError } from './errors'
import type { Downloaders, FeedSource } from './source'
import { decodeUtf8 } from '@domain/text/utf8'

const ready = new Map<FeedPackage, Promise<unknown>>()
const notSet = () => Promise.reject(new Error('setDownloaders was not called'))
let downloaders: Downloaders = { feed: notSet, sources: notSet }

export function setDownloaders(them: Downloaders): void {
  downloaders = them
}

/** Resolves once the sub-package can be read; a download that failed is begun anew at the next call. */
function opened(name: FeedPackage): Promise<unknown> {
  let opening = ready.get(name)
  if (!opening) {
    opening = downloaders[name]().catch((error: unknown) => {
      ready.delete(name)
      throw error
    })
    ready.set(name, opening)
  }
  return opening
}

/** Brotli files in sub-packages of the feed; the catalog is a module of the main package. */
export const source: FeedSource = {
  async read(file) {
    if (file === 'catalog.json') return catalog
    try {
      await opened(packageOf(file))
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
      filePath: `${packageOf(file)}/${file}.br`,
      compressionAlgorithm: 'br',
      // Taro types the result as a string; WeChat gives bytes.
      success: result => resolve((result as unknown as { data: ArrayBuffer }).data),
      fail: error => reject(new FeedError(file, false, error.errMsg)),
    })
  })
}
