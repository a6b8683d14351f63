/** The app's own stores as WeChat runs them (`.weapp.ts` twins, no window), on a phone of a few lines, for tests of login and upload. */
import crypto from 'node:crypto'
import fs from 'node:fs'
import Module from 'node:module'
import path from 'node:path'

export interface WechatPhone {
  binding: typeof import('../../src/actions/binding')
  account: typeof import('../../src/actions/account')
  session: typeof import('../../src/stores/session')
  sync: typeof import('../../src/stores/sync')
  member: typeof import('../../src/stores/member')
  records: typeof import('../../src/storage/records')
  /** What `wx.login` gives next. */
  code: string
  /** Method, path and body of every request, in order. */
  sent: string[]
  /** Fires what the platform says when the network is back. */
  networkBack(): void
}

type Resolve = (request: string, ...rest: unknown[]) => string
const loader = Module as unknown as {
  _resolveFilename: Resolve
  _load: (request: string, ...rest: unknown[]) => unknown
}

/** Starts the app's stores afresh, talking to `address`. One phone at a time: modules hold state as they do on a phone. */
export function startPhone(address: string): WechatPhone {
  const root = path.resolve('src')
  for (const file of Object.keys(require.cache)) if (file.startsWith(root)) delete require.cache[file]
  const storage = new Map<string, unknown>()
  const listeners: ((state: { isConnected: boolean }) => void)[] = []
  const phone = { code: '', sent: [] as string[] }
  const taro = {
    getStorageSync: (key: string) => storage.get(key) ?? '',
    setStorageSync: (key: string, value: unknown) => void storage.set(key, value),
    removeStorageSync: (key: string) => void storage.delete(key),
    getStorageInfoSync: () => ({ keys: [...storage.keys()], currentSize: 0, limitSize: 10_240 }),
    getRandomValues: ({ length, success }: { length: number; success: (it: { randomValues: ArrayBuffer }) => void }) =>
      success({ randomValues: Uint8Array.from(crypto.randomBytes(length)).buffer }),
    onNetworkStatusChange: (listen: (state: { isConnected: boolean }) => void) => listeners.push(listen),
    login: async () => ({ code: phone.code }),
    request: async (it: { url: string; method: string; data?: string; header: Record<string, string> }) => {
      phone.sent.push(`${it.method} ${it.url.slice(address.length)} ${it.data ?? ''}`)
      const response = await fetch(it.url, { method: it.method, body: it.data, headers: it.header })
      const text = await response.text()
      const header = Object.fromEntries(response.headers)
      return {
        statusCode: response.status,
        header,
        data: /json/.test(header['content-type'] ?? '') ? JSON.parse(text) : text,
      }
    },
  }
  Object.assign(globalThis, { SERVICE_URL: address, MEDIA_BASE_URL: '', MEDIA_PACKAGE_OF: {}, SPEECH_PLUGIN: false })
  process.env.TARO_ENV = 'weapp'
  const restore = { resolve: loader._resolveFilename, load: loader._load }
  loader._load = (request, ...rest) =>
    request === '@tarojs/taro' ? { __esModule: true, default: taro } : restore.load(request, ...rest)
  loader._resolveFilename = (request, ...rest) => {
    const own = /^@(domain)?\/(.*)$/.exec(request)
    const base = own ? path.resolve(own[1] ? 'domain' : 'src', own[2]!) : beside(request, rest[0])
    const file = [`${base}.weapp.ts`, `${base}.ts`].find(it => base && fs.existsSync(it))
    return restore.resolve(file ?? request, ...rest)
  }
  const load = Module.createRequire(__filename)
  const stores = {
    binding: load('../../src/actions/binding'),
    account: load('../../src/actions/account'),
    session: load('../../src/stores/session'),
    sync: load('../../src/stores/sync'),
    member: load('../../src/stores/member'),
    records: load('../../src/storage/records'),
    history: load('../../src/actions/held-days'),
  }
  Object.assign(loader, { _resolveFilename: restore.resolve, _load: restore.load })
  return Object.assign(phone, stores, {
    networkBack: () => listeners.forEach(listen => listen({ isConnected: true })),
  }) as WechatPhone
}

/** A relative import of the app, without its ending; its platform twin is looked for. */
function beside(request: string, from: unknown): string | undefined {
  const file = (from as { filename?: string } | undefined)?.filename
  return request.startsWith('.') && file?.includes(`${path.sep}src${path.sep}`)
    ? path.resolve(path.dirname(file), request)
    : undefined
}
