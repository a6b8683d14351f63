import { create } from 'zustand'
import type { Me } from '@domain/contract/me'
import { ownerOfToken } from '@domain/contract/token'
import { refreshTokens, type Tokens } from '@/api/auth'
import { ApiError, type Ask, call } from '@/api/client'
import { joinErasure } from '@/storage/erasure'
import { ENDED_KEY, SESSION_KEY } from '@/storage/session-key'
import { hasShape } from '@/storage/shape'
import { onOtherTab, tellOtherTabs } from '@/platform/phone/tabs'
import { memberKeyValue } from '@/storage/records'

interface Kept extends Tokens {
  me: Me
}

interface SessionStore {
  /** `unknown` until the phone's storage has been read. */
  status: 'unknown' | 'none' | 'signed-in'
  me?: Me
  /** The member's opaque name (domain/contract/token); outboxes go by it. */
  owner?: string
  /** Why a login ended without being asked to, for the member. */
  ended?: string
  /** Reads what is kept; called once at launch. Asks nobody. */
  open(): Promise<void>
  /** Signs in with the tokens of a login. @throws ApiError when it is not known who they are */
  begin(tokens: Tokens): Promise<void>
  /** Asks the service who this is now: roles and branch may have changed. @throws ApiError */
  refreshMe(): Promise<void>
  /**
   * One renewal at a time, however many requests were refused. @returns an access token other than the refused one
   * @throws ApiError; when it is the login that is over, the member is told
   */
  renew(refused: Kept): Promise<string>
  /** Forgets the login on this phone; study records and what waits to be uploaded stay. */
  end(reason?: string): Promise<void>
}

const NOBODY = { status: 'none', me: undefined, owner: undefined } as const
/** @throws Error when what is kept is no login */
function stateOf(kept: Kept | undefined) {
  if (!kept) return NOBODY
  if (!hasShape(SESSION_KEY, kept)) throw new Error('not a login')
  return { status: 'signed-in', me: kept.me, owner: ownerOfToken(kept.access) } as const
}

/** Who is signed in to the participation service, if anyone. Everything one person does alone works without. */
export const useSession = create<SessionStore>((set, get) => {
  let renewing: Promise<string> | undefined
  // Logins and their ends on this page: what was read before the last of them is no longer so.
  let changes = 0
  const became = (state: Partial<SessionStore>) => {
    changes += 1
    set(state)
  }
  return {
    status: 'unknown',
    open: async () => {
      // A login that cannot be read is none: the member is asked to log in again.
      const look = async () => {
        const asOf = changes
        const known = await readKept()
          .then(async kept => ({ ...stateOf(kept), ended: kept ? undefined : await readEnded() }))
          .catch((error: Error) => {
            console.warn('the kept login cannot be read', error)
            return { ...NOBODY, ended: '登录信息读不出来了，请重新登录。学习记录都还在手机上。' }
          })
        if (asOf === changes) set(known)
      }
      await look()
      onOtherTab(() => void look())
    },
    begin: async tokens => {
      const me = await call<Me>('GET', '/v1/me', { token: tokens.access })
      const kept = { ...tokens, me }
      await change(() => kept)
      became({ ...stateOf(kept), ended: undefined })
    },
    refreshMe: async () => {
      const me = await authorised<Me>('GET', '/v1/me')
      await change(kept => kept && { ...kept, me })
      set(state => (state.status === 'signed-in' ? { me } : {}))
    },
    renew: refused =>
      (renewing ??= renewOnce(refused, get().end).finally(() => {
        renewing = undefined
      })),
    end: async reason => {
      await change(() => undefined, reason)
      became({ ...NOBODY, ended: reason })
    },
  }
})
joinErasure(useSession, { begin: () => NOBODY })

async function readKept(): Promise<Kept | undefined> {
  return (await (await memberKeyValue()).read([SESSION_KEY])).get(SESSION_KEY) as Kept | undefined
}

async function readEnded(): Promise<string | undefined> {
  const kept = (await (await memberKeyValue()).read([ENDED_KEY])).get(ENDED_KEY)
  return kept !== undefined && hasShape(ENDED_KEY, kept) ? (kept as { words: string }).words : undefined
}

/** @param ended why there is no login any more, for the member */
async function change(next: (kept: Kept | undefined) => Kept | undefined, ended?: string): Promise<void> {
  const kv = await memberKeyValue()
  const words = ended === undefined ? undefined : { words: ended }
  await kv.update(
    [SESSION_KEY],
    values =>
      new Map<string, unknown>([
        [SESSION_KEY, next(values.get(SESSION_KEY) as Kept | undefined)],
        [ENDED_KEY, words],
      ]),
  )
  tellOtherTabs()
}

/**
 * {@link call} as the member who is signed in. A refused access token is renewed once; when that is refused too, the
 * login is over and the member is told.
 * @throws ApiError
 */
export const authorised: Ask = (method, path, options) => askAs(undefined, method, path, options)

/** {@link authorised}, refused when it is no longer `owner` who is signed in: another tab may have changed that. */
export function authorisedAs(owner: string): Ask {
  return (method, path, options) => askAs(owner, method, path, options)
}

async function askAs<T>(owner: string | undefined, ...[method, path, options]: Parameters<Ask>): Promise<T> {
  const kept = await readKept()
  if (!kept || (owner !== undefined && ownerOfToken(kept.access) !== owner)) throw signedOut()
  try {
    return await call<T>(method, path, { ...options, token: kept.access })
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    // Whoever is told that there is no such branch may have lost the office: the pages go by the roles of now.
    if (error.status === 404 && OFFICE.test(path)) void refreshQuietly()
    if (error.status !== 401) throw error
    return call<T>(method, path, { ...options, token: await useSession.getState().renew(kept) })
  }
}

/** What only the holder of an office may ask. */
const OFFICE = /^\/v1\/(branches|orgs)\//

/** Between tries, milliseconds: a service that is just starting, or has a full hour, answers a moment later. */
const ASK_AGAIN_MS = [1_000, 4_000]

/**
 * Asks who this is now, a few times when there was no answer: pages go by it, and nobody asks a second time. Without a network
 * what is known stays.
 */
export async function refreshQuietly(): Promise<void> {
  const me = () => useSession.getState().refreshMe()
  const waits = [...ASK_AGAIN_MS]
  const ask = (): Promise<void> =>
    me().catch(async (error: Error) => {
      const wait = waits.shift()
      if (wait === undefined || !(error instanceof ApiError && error.retryable)) return
      await new Promise(resolve => setTimeout(resolve, wait))
      return ask()
    })
  await ask()
}

const signedOut = () => new ApiError('请先登录支部账号', 401, 'signed_out', false)

async function renewOnce(refused: Kept, end: SessionStore['end']): Promise<string> {
  const kept = await readKept()
  if (!kept || ownerOfToken(kept.access) !== ownerOfToken(refused.access)) throw signedOut()
  // Another tab, or the request before this one, has been here.
  if (kept.access !== refused.access) return kept.access
  try {
    const next = await refreshTokens(kept.refresh)
    await change(now => now && { ...now, access: next.access, refresh: next.refresh })
    return next.access
  } catch (error) {
    if (error instanceof ApiError && !error.retryable && error.status !== 0) {
      // Of a login that somebody ended the service says who, when and what to do.
      const told = error.code === 'ended' ? error.message : '登录已过期，请重新登录。'
      await end(`${told}没有上传的学习还在手机上，登录后接着传。`)
    }
    throw error
  }
}
