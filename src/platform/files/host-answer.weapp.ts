import Taro from '@tarojs/taro'
import type { HostAnswer } from './host-answer'

/** Longer nobody waits to be told why nothing plays, ms. */
const LONGEST = 5_000
/** A host that does not know of parts sends the whole file: it is broken off once it is clear that more comes than a refusal's words. */
const WORDS = 64 * 1024

type Headers = Record<string, string | undefined>

/** WeChat's requests take hosts of another list than its downloads: one byte is downloaded. */
export function askHost(url: string): Promise<HostAnswer | undefined> {
  return new Promise(resolve => {
    let headers: Headers = {}
    const told = (status: number) => resolve(answerOf(status, headers))
    const task = Taro.downloadFile({
      url,
      header: { Range: 'bytes=0-0' },
      timeout: LONGEST,
      success: ({ statusCode }) => told(statusCode),
      fail: () => resolve(undefined),
    })
    // Taro's promise fails beside the callback.
    task.catch(() => undefined)
    task.onHeadersReceived?.(({ header }) => {
      headers = lowerCase(header as Headers)
    })
    task.onProgressUpdate(({ totalBytesWritten }) => {
      if (totalBytesWritten <= WORDS) return
      told(200)
      task.abort()
    })
  })
}

const lowerCase = (headers: Headers): Headers =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

function answerOf(status: number, headers: Headers): HostAnswer {
  // A file without a byte has no first one to give.
  const ranged = status === 206 || status === 416
  const whole = ranged ? /\/(\d+)$/.exec(headers['content-range'] ?? '')?.[1] : headers['content-length']
  const packed = headers['content-encoding'] !== undefined
  return {
    status: status === 416 ? 200 : status,
    page: /\bhtml\b/.test(headers['content-type'] ?? ''),
    bytes: whole === undefined || packed ? undefined : Number(whole),
  }
}
