import { CONSENT_VERSION } from '@domain/contract/consent'
import { weekStart } from '@domain/time/day'
import { PROVE } from '@domain/contract/binding'
import { ApiError } from '@/api/client'
import { changeMe, deleteMe, exportMe, giveConsent, logOut, makeOwnCode, prove, withdrawConsent } from '@/api/me'
import { giveFile } from '@/platform/files/files'
import { today } from '@/platform/phone/clock'
import { canUseWechat, wechatCode } from '@/platform/phone/wechat'
import { memberLog } from '@/storage/records'
import { authorised, refreshQuietly, useSession } from '@/stores/session'
import { useSettings } from '@/stores/settings'
import { useSync } from '@/stores/sync'

/** @throws ApiError; nothing is changed then */
export async function changePreferences(change: { unmasked: boolean }): Promise<void> {
  await changeMe(authorised, change)
  await useSession.getState().refreshMe()
}

/** The phone's own weekly goal, from this week on: weeks gone by keep theirs. */
export function setOwnGoal(days: number): void {
  const monday = weekStart(today())
  const { goals, set } = useSettings.getState()
  set({ goals: [...goals.filter(goal => goal.from < monday), { from: monday, days }] })
}

/**
 * What is grave asks who this is: WeChat says it again without the member having to do anything. On the web the service's
 * sentence says to log in again.
 */
async function asOneself<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== PROVE || !canUseWechat()) throw error
    await prove(authorised, await wechatCode())
    return work()
  }
}

/** A new 换机码; the one before it is dead. It is shown this once. @throws ApiError */
export async function newOwnCode(): Promise<string> {
  const code = await asOneself(() => makeOwnCode(authorised))
  await refreshQuietly()
  return code
}

/** Hands the member everything the service holds of them as a file. @throws ApiError, or when they refuse the file */
export async function exportMyData(): Promise<void> {
  const { name, bytes } = await asOneself(() => exportMe(authorised))
  await giveFile(name, bytes)
}

/** Agrees to the text in force, then uploads what waits. @throws ApiError */
export async function agree(): Promise<void> {
  await giveConsent(authorised, CONSENT_VERSION)
  await useSession.getState().refreshMe()
  await useSync.getState().send()
}

/** Withdraws consent: nothing of this phone waits or is collected any more. @throws ApiError; nothing is changed then */
export async function withdraw(): Promise<void> {
  await withdrawConsent(authorised)
  await forget()
}

/** Deletes who one is at the service. @throws ApiError; nothing is changed then */
export async function eraseMe(): Promise<void> {
  await asOneself(() => deleteMe(authorised))
  await forget()
}

async function forget(): Promise<void> {
  const { owner, end } = useSession.getState()
  if (owner) await (await memberLog()).outbox.drop(owner)
  await end()
}

/** Signs out; without a network on this phone alone. What waits stays and goes up after the next login. */
export async function leave(): Promise<void> {
  await logOut(authorised).catch(() => undefined)
  await useSession.getState().end()
}
