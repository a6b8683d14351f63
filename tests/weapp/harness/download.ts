import type { VirtualClock } from './clock'
import type { PhoneFiles } from './files'
import type { Callbacks } from './reply'

/** What a host answers: a file's bytes, or the status of an error; 0 when it cannot be reached. */
export type Host = (url: string) => Buffer | number

/** Parts in which a file comes, and the milliseconds between two. */
const PARTS = 4
const PAUSE = 1_000

interface Around {
  clock: VirtualClock
  files: PhoneFiles
  host: Host
  offline: () => boolean
}

type Headers = Record<string, string>
type Options = Callbacks & { url: string; header?: Headers }
type Progress = { progress: number; totalBytesWritten: number; totalBytesExpectedToWrite: number }

/** `wx.downloadFile`: in parts on the virtual clock, to a temporary file; can be broken off. */
export function downloadApi({ clock, files, host, offline }: Around) {
  return (options: Options) => {
    const listeners: ((progress: Progress) => void)[] = []
    const headersHeard: ((result: { header: Headers }) => void)[] = []
    const headers = (header: Headers) => headersHeard.forEach(listener => listener({ header }))
    let over = false
    const fail = (why: string) => {
      if (over) return
      over = true
      const result = { errMsg: `downloadFile:fail ${why}` }
      options.fail?.(result)
      options.complete?.(result)
    }
    const succeed = (statusCode: number, bytes: Buffer) => {
      over = true
      const result = { statusCode, tempFilePath: files.receive(bytes), errMsg: 'downloadFile:ok' }
      options.success?.(result)
      options.complete?.(result)
    }
    const step = (part: number) => {
      if (over) return
      if (offline()) return fail('net::ERR_INTERNET_DISCONNECTED')
      const answer = host(options.url)
      if (answer === 0) return fail('net::ERR_CONNECTION_REFUSED')
      if (typeof answer === 'number') return succeed(answer, Buffer.alloc(0))
      if (options.header?.['Range'] === 'bytes=0-0') {
        if (answer.length === 0) {
          headers({ 'Content-Range': 'bytes */0' })
          return succeed(416, answer)
        }
        headers({ 'Content-Length': '1', 'Content-Range': `bytes 0-0/${answer.length}` })
        return succeed(206, answer.subarray(0, 1))
      }
      if (part === 1) headers({ 'Content-Length': String(answer.length) })
      const written = Math.floor((answer.length * part) / PARTS)
      const progress = {
        progress: (100 * part) / PARTS,
        totalBytesWritten: written,
        totalBytesExpectedToWrite: answer.length,
      }
      for (const listener of listeners) listener(progress)
      if (part === PARTS) return succeed(200, answer)
      clock.schedule(() => step(part + 1), PAUSE)
    }
    clock.schedule(() => step(1), PAUSE)
    return {
      onHeadersReceived: (listener: (result: { header: Headers }) => void) => void headersHeard.push(listener),
      onProgressUpdate: (listener: (progress: Progress) => void) => void listeners.push(listener),
      abort: () => fail('abort'),
    }
  }
}
