import { sql } from 'kysely'
import { formatMoment } from '../../../../domain/time/format'
import type { Database } from '../../database/pool'

/**
 * Why a login is over: another phone was bound, the binding was ended, consent was withdrawn on another phone, it was ended
 * from another phone, its token was used by two, there were too many, the WeChat account was bound elsewhere.
 */
export type EndingWhy = 'replaced' | 'unbound' | 'withdrawn' | 'signed_out' | 'copied' | 'many' | 'elsewhere'

export interface Ending {
  why: EndingWhy
  /** The member who did it. */
  by?: string
  /** The district's operator who did it, by a command. */
  byName?: string | null
  reason?: string | null
}

/** As it is told: with the name instead of the id. */
export interface Ended extends Omit<Ending, 'by'> {
  at: Date
  byMember?: string | null
}

const KEPT = '手机上的学习记录都在。'

/** What the phone is told when it next speaks: what was done, when, by whose word, and what to do if nobody asked for it. */
export function endedWords({ why, at, byMember, byName, reason }: Ended, began: Date): string {
  const when = formatMoment(at.getTime())
  const here = `这部手机的登录（${formatMoment(began.getTime())} 起）`
  const district = `区里的管理员${byName ? `（${byName}）` : ''}`
  const because = reason ? `，原因：${reason}` : ''
  switch (why) {
    case 'replaced':
      return byName
        ? `您的支部账号在${when} 换到了另一部手机，是${district}核对以后办的。${here}已经退出。${KEPT}不是您要求的，请马上给区里打电话。`
        : `您的支部账号在${when} 用换机码换到了另一部手机。${here}已经退出。${KEPT}不是您本人办的，请马上告诉支部书记解除那部手机，再请区里的管理员换回来。`
    case 'unbound':
      return `${byName ? district : `支部书记${byMember ?? ''}`}在${when} 解除了您绑定的手机${because}。${here}已经退出。${KEPT}不是您要求的，请问${byName ? '区里' : '书记'}；要再绑定，由区里的管理员核对，书记一个人办不了。`
    case 'withdrawn':
      return `您在${when} 用另一部手机撤回了同意，${here}已经退出。${KEPT}不是您本人办的，请告诉支部书记。`
    case 'signed_out':
      return `${here}在${when} 从您的另一部手机上退出了。${KEPT}不是您本人办的，登录以后看“我的登录”，把不认识的退出。`
    case 'copied':
      return `${here}的凭证被两处用过，可能有人复制了它，已经在${when} 停用。${KEPT}请重新登录，再看“我的登录”里有没有不认识的。`
    case 'many':
      return `您登录的手机太多，最久没用的这一个在${when} 退出了。${KEPT}要用请重新登录。`
    case 'elsewhere':
      return `这个微信在${when} 绑定到了新的支部，${here}已经退出。${KEPT}请重新登录。`
  }
}

/** Ends one login, with its access tokens. */
export async function endLogin(
  db: Database,
  { tenant, login }: { tenant: string; login: string },
  ending: Ending,
  now: number,
): Promise<boolean> {
  const { numAffectedRows } = await end(db, sql`tenant_id = ${tenant} and login_id = ${login}`, ending, now)
  return (numAffectedRows ?? 0n) > 0n
}

/** Ends every login of the member. */
export async function endLogins(
  db: Database,
  { tenant, member }: { tenant: string; member: string },
  ending: Ending,
  now: number,
): Promise<void> {
  await end(db, sql`tenant_id = ${tenant} and member_id = ${member}`, ending, now)
}

const end = (db: Database, which: ReturnType<typeof sql>, { why, by, byName, reason }: Ending, now: number) =>
  sql`update login set ended_at = ${new Date(now)}, ended_why = ${why}, ended_by = ${by ?? null},
    ended_by_name = ${byName ?? null}, ended_reason = ${reason ?? null} where ${which} and ended_at is null`.execute(db)
