import type { Callbacks, Replies } from './reply'

export interface Asked {
  method: string
  url: string
  body: unknown
}
/** What a server answers; undefined when nothing does. */
export type Answer = (asked: Asked) => { status: number; data: unknown } | undefined

interface RequestOptions extends Callbacks {
  url: string
  method?: string
  /** JSON, or the bytes of a file. */
  data?: string | ArrayBuffer
}

/** Milliseconds for a request there and back. */
const ROUND_TRIP = 60

/** `wx.request`, which has no PATCH and answers any status as a success. */
export function networkApi(answer: Answer, replies: Replies): Record<string, unknown> {
  return {
    request: (it: RequestOptions) => {
      const task = { abort: () => undefined }
      void replies.later(
        'request',
        it,
        () => {
          if (it.method === 'PATCH') throw new Error('method is not supported')
          const body = typeof it.data === 'string' ? (JSON.parse(it.data) as unknown) : it.data
          const found = answer({ method: it.method ?? 'GET', url: it.url, body })
          if (!found) throw new Error('errcode:-101 cronet_error_code:-101 error_msg:net::ERR_CONNECTION_RESET')
          return { statusCode: found.status, data: found.data, header: { 'content-type': 'application/json' } }
        },
        ROUND_TRIP,
      )
      return task
    },
  }
}
