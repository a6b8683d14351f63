/** Who is signed in, and their logins. The app imports types only: zod stays out of its package. */
import { z } from 'zod'
import { type Role, ROLE_NAMES } from './roles'

/** `GET /v1/me`. */
export const meSchema = z.object({
  name: z.string(),
  branch: z.string().describe('支部编码'),
  branchName: z.string(),
  unmasked: z.boolean().describe('上级看到全名'),
  consent: z.string().nullable().describe('同意的是哪一版；没有同意或撤回了是 null'),
  demo: z.boolean().describe('编造的人'),
  ownCode: z.string().nullish().describe('还能用的换机码是哪天生成的'),
  left: z.literal(true).optional().describe('已转出：只能导出、撤回、注销、退出和绑定新的支部'),
  roles: z
    .array(
      z.object({
        role: z.enum(Object.keys(ROLE_NAMES) as Role[]),
        org: z.string(),
        orgName: z.string().optional().describe('旧版应用存下的没有'),
      }),
    )
    .describe('党员以外的职务'),
})
export type Me = z.infer<typeof meSchema>

/** `GET /v1/me/logins`: one's logins that last, the latest first. */
export const ownLoginsSchema = z.object({
  own: z.string().describe('正在问的这一个'),
  logins: z.array(
    z.object({
      id: z.string(),
      began: z.string().describe('ISO 8601'),
      lastDay: z.string().describe('最近哪一天用过；时刻不留'),
    }),
  ),
})
export type OwnLogins = z.infer<typeof ownLoginsSchema>
export type OwnLogin = OwnLogins['logins'][number]

/** `GET /v1/me/branch`: the branch's week in sums; numbers only where they are not about a few. */
export const ownBranchWeekSchema = z.object({
  start: z.string().describe('星期一'),
  members: z.number().optional().describe('应参'),
  studied: z.number().optional().describe('参学'),
})
export type OwnBranchWeek = z.infer<typeof ownBranchWeekSchema>
