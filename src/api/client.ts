import Taro from '@tarojs/taro'
import { decodeUtf8 } from '@domain/text/utf8'

/** Every answer of the participation service that is not the wanted one; `message` is a sentence for the member. */
export class ApiError extends Error {
  override name = 'ApiError'
  constructor(
    message: string,
    /** HTTP status; 0 when there was no answer at all. */
    readonly status: number,
    /** The service's own word for it (`no_match`, `consent` …), `offline` or `unexpected`. */
    readonly code: string,
    /** Sending the same again later may succeed. */
    readonly retryable: boolean,
    /** What the service said beside its sentence. */
    readonly more: Record<string, unknown> = {},
  ) {
    super(message)
  }
}

/** WeChat's `wx.request` has no PATCH, so the service takes none from the app. */
export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

export interface CallOptions {
  /** Fields that are undefined are left out. */
  query?: Record<string, string | number | undefined>
  /** Sent as JSON. */
  body?: object
  /** Sent as it is: the bytes of a file. */
  file?: ArrayBuffer
  /** Access token, sent as a bearer. */
  token?: string
  /** The answer is a file: the result is a {@link Download}. */
  bytes?: boolean
}

/** {@link call} in somebody's name: stores/session has it. */
export type Ask = <T>(method: Method, path: string, options?: Omit<CallOptions, 'token'>) => Promise<T>

/** A file that the service made. */
export interface Download {
  /** From the service's `content-disposition`. */
  name: string
  bytes: Uint8Array
}

/** Long enough for an export of a district, short enough to be told of a dead line, milliseconds. */
const TIMEOUT_MS = 20_000
const OFFLINE = '现在连不上网络或服务，手机上的记录都在，过一会儿再试'

/** Whether this build knows a service. The web asks its own origin; the WeChat package needs SERVICE_URL at build time. */
export function hasService(): boolean {
  return process.env.TARO_ENV === 'h5' || SERVICE_URL !== ''
}

/**
 * Asks the participation service. `T` is the answer's JSON, null for 204, or {@link Download} with `bytes`.
 * @throws ApiError with a Chinese sentence: no network, no service, or the service's own refusal
 */
export async function call<T>(method: Method, path: string, options: CallOptions = {}): Promise<T> {
  if (!hasService()) throw new ApiError('这个版本没有接参与服务', 0, 'no_service', false)
  const { body, file, token, bytes } = options
  const answer = await Taro.request<unknown>({
    url: `${SERVICE_URL}${path}${queryOf(options.query)}`,
    method,
    data: file ?? (body ? JSON.stringify(body) : undefined),
    header: {
      // An empty body that calls itself JSON is refused; WeChat would say JSON of its own accord.
      'content-type': file ? 'application/octet-stream' : body ? 'application/json' : 'text/plain',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    timeout: TIMEOUT_MS,
    ...(bytes ? { responseType: 'arraybuffer', dataType: '其他' } : {}),
  }).catch(() => {
    throw new ApiError(OFFLINE, 0, 'offline', true)
  })
  const { statusCode, data, header } = answer
  if (statusCode < 200 || statusCode >= 300) throw refusal(statusCode, bytes ? readJson(data) : data)
  if (bytes) return { name: fileName(header), bytes: new Uint8Array(data as ArrayBuffer) } as T
  // A page of some other server that answers everything with its own front page.
  if (statusCode !== 204 && (typeof data !== 'object' || data === null)) throw unexpected(statusCode)
  return data as T
}

function queryOf(query: CallOptions['query'] = {}): string {
  const parts = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  )
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}

function refusal(status: number, data: unknown): ApiError {
  const { error, message, ...more } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>
  if (typeof error !== 'string' || typeof message !== 'string') return unexpected(status)
  return new ApiError(message, status, error, status >= 500 || status === 429, more)
}

function unexpected(status: number): ApiError {
  const retryable = status >= 500 || status === 429
  return new ApiError('这里没有参与服务，或服务暂时不通，学习不受影响', status, 'unexpected', retryable)
}

function readJson(data: unknown): unknown {
  try {
    return JSON.parse(decodeUtf8(data as ArrayBuffer))
  } catch {
    return undefined
  }
}

/** RFC 5987: the service sends `filename*=UTF-8''…`. Header names come in any case. */
function fileName(header: Record<string, unknown>): string {
  const key = Object.keys(header).find(it => it.toLowerCase() === 'content-disposition')
  const found = /filename\*=UTF-8''([^;]+)/i.exec(String(key ? header[key] : ''))
  return found ? decodeURIComponent(found[1]!) : '导出'
}
