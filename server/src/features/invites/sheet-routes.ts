import { sql } from 'kysely'
import { z } from 'zod'
import { askInviteSchema, INVITE_SHEET_COLUMNS, INVITE_SHEET_NAME } from '../../../../domain/contract/joining'
import { exportName } from '../../../../domain/text/table'
import { shanghaiDay } from '../../../../domain/time/day'
import { daysLater } from '../../../../domain/time/moment'
import { hmac, inviteCode } from '../../auth/keys'
import { Problem } from '../../auth/problem'
import { together } from '../../database/pool'
import { ownerName } from '../../exports/owner'
import { sendTable } from '../../exports/send'
import { treeOf } from '../../plugins/scopes'
import type { RoutePlugin } from '../../route-plugin'
import { orgSchema } from '../../../../domain/contract/shapes'
import { audit, newId } from '../audit/audit'
import { branchesUnder } from '../oversight/branches'

/** Each makes a code for every branch, and all of them work until they lapse. */
const SELDOM = { rateLimit: { max: 20, timeWindow: '1 hour' } }

/** An invite code for every branch under an organisation, as one sheet: shown this once, only their HMACs are kept. */
export const inviteSheetRoutes: RoutePlugin = async (app, { service }) => {
  const { db, keys } = service
  app.post(
    '/v1/orgs/:org/invites',
    {
      config: { scope: 'tree', ...SELDOM },
      schema: { tags: ['组织'], params: z.object({ org: orgSchema }), body: askInviteSchema },
    },
    async (request, reply) => {
      const scope = treeOf(request)
      const { tenant, actor, org } = scope
      const now = service.now()
      const branches = await branchesUnder(db, scope)
      if (branches.length === 0) throw new Problem(409, 'branches', '下面还没有支部')
      const expires = new Date(daysLater(now, request.body.days))
      const until = shanghaiDay(expires.getTime())
      let id: string | undefined
      const made = branches.map(it => ({ ...it, until, code: inviteCode(), id: (id = newId(now, id)) }))
      await together(db, async tx => {
        await sql`insert into invite (code_hmac, tenant_id, branch_id, invite_id, created_by, created_at, expires_at)
          select s.code, ${tenant}, s.branch, s.id, ${actor}, ${new Date(now)}, ${expires}
          from unnest(${made.map(it => hmac(keys, 'invite', it.code))}::text[], ${made.map(it => it.org)}::text[],
            ${made.map(it => it.id)}::uuid[]) as s (code, branch, id)`.execute(tx)
        const reason = `${made.length} 个支部，${until}到期`
        await audit(tx, { tenant, actor, action: 'invite.bulk', org, reason }, now)
      })
      const today = shanghaiDay(now)
      const name = exportName(await ownerName(db, tenant, org), INVITE_SHEET_NAME, `到${until}`, today, 'xlsx')
      return sendTable(reply, name, INVITE_SHEET_NAME, INVITE_SHEET_COLUMNS, made)
    },
  )
}
