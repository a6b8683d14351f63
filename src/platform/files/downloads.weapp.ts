import Taro from '@tarojs/taro'
import type { EpisodeMedia } from '@domain/catalog/types'
import { agrees } from './checksum'
import { DownloadError } from './download-error'
import type { Transfer } from './downloads'
import { listKept } from './kept-files'
import { keptName } from './kept-name'
import { files, folder, pathOf, promised } from './kept-store.weapp'

/** WeChat's limit for all saved files of one mini-program. */
const LIMIT = 200 * 1024 * 1024
const FULL = '：微信只给每个小程序 200 MB'

export function fetchMedia(url: string, media: EpisodeMedia, onBytes: (got: number) => void): Transfer {
  let cancelled = false
  let task: { abort(): void } | undefined
  const done = (async () => {
    const taken = (await listKept()).reduce((sum, file) => sum + file.bytes, 0)
    if (taken + media.bytes > LIMIT) throw DownloadError.full(FULL)
    if (cancelled) throw DownloadError.cancelled()
    const temporary = await new Promise<string>((resolve, reject) => {
      const started = Taro.downloadFile({
        url,
        success: ({ statusCode, tempFilePath }) =>
          statusCode === 200 ? resolve(tempFilePath) : reject(DownloadError.refused(statusCode)),
        fail: ({ errMsg }) => reject(cancelled ? DownloadError.cancelled() : failureOf(errMsg)),
      })
      // Taro's promise fails beside the callback.
      started.catch(() => undefined)
      started.onProgressUpdate(({ totalBytesWritten }) => onBytes(totalBytesWritten))
      task = started
    })
    await keep(temporary, media)
  })()
  return {
    done,
    cancel() {
      cancelled = true
      task?.abort()
    },
  }
}

/** What does not agree with the catalog never gets a name; WeChat clears temporary files by itself. */
async function keep(temporary: string, media: EpisodeMedia): Promise<void> {
  const bytes = await bytesAt(temporary)
  if (!(await agrees(bytes, media))) throw DownloadError.damaged(bytes)
  await promised(it => files().mkdir({ dirPath: folder(), recursive: true, ...it })).catch(() => undefined)
  try {
    const filePath = pathOf(keptName(media))
    await promised(it => files().saveFile({ tempFilePath: temporary, filePath, ...it }))
  } catch (error) {
    throw failureOf((error as Error).message)
  }
}

function failureOf(errMsg: string): DownloadError {
  return /exceed|maximum|limit|storage/i.test(errMsg) ? DownloadError.full(FULL) : DownloadError.network(errMsg)
}

async function bytesAt(filePath: string): Promise<Uint8Array> {
  const { data } = await promised<{ data: string | ArrayBuffer }>(it => files().readFile({ filePath, ...it }))
  return new Uint8Array(data as ArrayBuffer)
}
