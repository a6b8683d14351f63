import { ASKED_DISTRICT } from '@domain/contract/binding'
import { CONSENT_VERSION } from '@domain/contract/consent'
import { bindMember, bindWithCode, requestBinding, wechatLogin, type BindForm, type Tokens } from '@/api/auth'
import { ApiError } from '@/api/client'
import { now } from '@/platform/phone/clock'
import { wechatCode } from '@/platform/phone/wechat'
import { memberKeyValue } from '@/storage/records'
import { useSession } from '@/stores/session'
import { newOwnCode } from './account'

/** A binding that somebody was asked to confirm from this phone. */
export interface Asked {
  name: string
  at: number
  /** The district's administrator, not the secretary. */
  district?: boolean
  /** Of the request (domain/contract/binding), for who confirms it; an older service gave none. */
  code?: string
}
const ASKED = 'binding/asked'

export async function readAsked(): Promise<Asked | undefined> {
  return (await (await memberKeyValue()).read([ASKED])).get(ASKED) as Asked | undefined
}

async function keepAsked(asked: Asked | undefined): Promise<void> {
  await (await memberKeyValue()).update([], () => new Map([[ASKED, asked]]))
}

/** Signs in who is bound already. @returns false when this WeChat is bound to nobody yet @throws ApiError */
export async function loginWithWechat(): Promise<boolean> {
  const login = await wechatLogin(await wechatCode())
  if (!login.bound) return false
  await useSession.getState().begin(login.session)
  await keepAsked(undefined)
  return true
}

/** A token to bind with lasts ten minutes, so each try gets its own; undefined when the secretary has confirmed meanwhile. */
async function bindToken(): Promise<string | undefined> {
  const login = await wechatLogin(await wechatCode())
  if (!login.bound || login.bindToken) return login.bindToken
  await useSession.getState().begin(login.session)
  return undefined
}

/**
 * Binds this WeChat to the member of the branch's roster. Called only after the box is ticked.
 * @returns the member's 换机码, to be written down; undefined when there is none to be had now
 * @throws ApiError
 */
export function bind(form: Omit<BindForm, 'consent'>): Promise<string | undefined> {
  return bindBy(form.name, token => bindMember(token, { ...form, consent: CONSENT_VERSION }))
}

/** The same from another phone, with the member's own code. */
export function bindByCode(form: { name: string; code: string }): Promise<string | undefined> {
  return bindBy(form.name, token => bindWithCode(token, { ...form, consent: CONSENT_VERSION }))
}

async function bindBy(name: string, how: (token: string) => Promise<Tokens>): Promise<string | undefined> {
  const token = await bindToken()
  if (token) await useSession.getState().begin(await orWait(name, how(token)))
  await keepAsked(undefined)
  // Who holds an office gets none; and without an answer the account page offers it.
  return token && newOwnCode().catch(() => undefined)
}

async function orWait(name: string, tokens: Promise<Tokens>): Promise<Tokens> {
  try {
    return await tokens
  } catch (error) {
    const district = error instanceof ApiError && error.code === ASKED_DISTRICT
    if (district) await keepAsked({ name, at: now(), district, code: String(error.more.code ?? '') })
    throw error
  }
}

/** Asks the secretary of the branch to say who this is. Called only after the box is ticked. @throws ApiError */
export async function askSecretary(form: Omit<BindForm, 'consent'>): Promise<void> {
  const token = await bindToken()
  if (!token) return keepAsked(undefined)
  const { code } = await requestBinding(token, { ...form, consent: CONSENT_VERSION })
  await keepAsked({ name: form.name, at: now(), code })
}
