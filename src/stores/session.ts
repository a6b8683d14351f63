import { create } from 'zustand'
import type { Me } from '@domain/contract/me'
import { refreshTokens, type Tokens } from '@/services/api/auth'
import { ApiError, call, type CallOptions, type Method } from '@/services/api/client'
import { memberKeyValue } from './member'

/** Where the login is kept; it never goes into an exported file (services/storage/archive). */
const KEY = 'session'

interface Kept extends Tokens {
  me: Me
}

interface SessionStore {
  /** `unknown` until the phone's storage has been read. */
  status: 'unknown' | 'none' | 'signed-in'
  me?: Me
  /** Why a login ended without being asked to, for the member. */
  ended?: string
  /** Reads what is kept; called once at launch. Asks nobody. */
  open(): Promise<void>
  /** Signs in with the tokens of a login. @throws ApiError when it is not known who they are */
  begin(tokens: Tokens): Promise<void>
  /** Asks the service who this is now: roles and branch may have changed. @throws ApiError */
  refreshMe(): Promise<void>
  /** Forgets the login on this phone; study records and what waits to be uploaded stay. */
  end(reason?: string): Promise<void>
}

/** Who is signed in to the participation service, if anyone. Everything one person does alone works without. */
export const useSession = create<SessionStore>(set => ({
  status: 'unknown',
  open: async () => {
    const kept = await readKept().catch(() => undefined)
    set(kept ? { status: 'signed-in', me: kept.me } : { status: 'none', me: undefined })
  },
  begin: async tokens => {
    const me = await call<Me>('GET', '/v1/me', { token: tokens.access })
    await keep({ ...tokens, me })
    set({ status: 'signed-in', me, ended: undefined })
  },
  refreshMe: async () => {
    const me = await authorised<Me>('GET', '/v1/me')
    const kept = await readKept()
    if (kept) await keep({ ...kept, me })
    set({ me })
  },
  end: async reason => {
    await keep(undefined)
    set({ status: 'none', me: undefined, ended: reason })
  },
}))

async function readKept(): Promise<Kept | undefined> {
  return (await (await memberKeyValue()).read([KEY])).get(KEY) as Kept | undefined
}

async function keep(kept: Kept | undefined): Promise<void> {
  await (await memberKeyValue()).update([], () => new Map([[KEY, kept]]))
}

/**
 * {@link call} as the member who is signed in. A refused access token is renewed once; when that is refused too, the
 * login is over and the member is told.
 * @throws ApiError
 */
export async function authorised<T>(
  method: Method,
  path: string,
  options: Omit<CallOptions, 'token'> = {},
): Promise<T> {
  const kept = await readKept()
  if (!kept) throw new ApiError('请先登录支部账号', 401, 'signed_out', false)
  try {
    return await call<T>(method, path, { ...options, token: kept.access })
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error
    return call<T>(method, path, { ...options, token: await renew(kept.access) })
  }
}

let renewing: Promise<string> | undefined

/** One renewal at a time, however many requests were refused. @returns an access token other than `refused` */
function renew(refused: string): Promise<string> {
  renewing ??= renewOnce(refused).finally(() => {
    renewing = undefined
  })
  return renewing
}

async function renewOnce(refused: string): Promise<string> {
  const kept = await readKept()
  if (!kept) throw new ApiError('请先登录支部账号', 401, 'signed_out', false)
  // Another tab, or the request before this one, has been here.
  if (kept.access !== refused) return kept.access
  try {
    const { access, refresh } = await refreshTokens(kept.refresh)
    await keep({ ...kept, access, refresh })
    return access
  } catch (error) {
    if (error instanceof ApiError && !error.retryable && error.status !== 0) {
      await useSession.getState().end('登录已过期，请重新登录。没有上传的学习还在手机上，登录后接着传。')
    }
    throw error
  }
}
