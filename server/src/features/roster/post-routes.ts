import { sql } from 'kysely'
import { z } from 'zod'
import { type MemberPost, postChangesSchema, postsSchema } from '../../../../domain/contract/posts'
import type { BranchScope } from '../../auth/scope'
import { notFound } from '../../auth/problem'
import { type Database, together } from '../../database/pool'
import { branchOf } from '../../plugins/scopes'
import type { RoutePlugin } from '../../route-plugin'
import { orgSchema } from '../../../../domain/contract/shapes'
import { audit } from '../audit/audit'
import { holdBranch } from '../reports/holds'
import { among } from '../reports/membership'
import { lastPost, writePost } from './posts'

/** 支委 and 党小组, set in the app: the same as the two columns of the roster’s sheet. */
export const postRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'branch' as const }
  const tags = ['支部']
  const params = z.object({ branch: orgSchema })
  const { db } = service

  app.get(
    '/v1/branches/:branch/posts',
    { config, schema: { tags, params, response: { 200: postsSchema } } },
    async request => ({ people: await readPosts(db, branchOf(request)) }),
  )
  app.put(
    '/v1/branches/:branch/posts',
    { config, schema: { tags, params, body: postChangesSchema, response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { tenant, actor, branch } = scope
      const { changes } = request.body
      const now = service.now()
      await together(db, async tx => {
        const known = await hold(
          tx,
          scope,
          changes.map(it => it.member),
        )
        if (!known) throw notFound()
        for (const { member, committee, group } of changes) {
          await writePost(tx, tenant, branch, member, { committee, group }, now)
        }
        const count = (key: 'committee' | 'group') => changes.filter(it => it[key] !== undefined).length
        const reason = [
          count('committee') > 0 && `支委改 ${count('committee')} 人`,
          count('group') > 0 && `党小组改 ${count('group')} 人`,
        ]
        await audit(
          tx,
          { tenant, actor, action: 'roster.posts', org: branch, reason: reason.filter(Boolean).join('，') },
          now,
        )
      })
      return reply.status(204).send(null)
    },
  )
}

async function readPosts(db: Database, { tenant, branch }: BranchScope): Promise<MemberPost[]> {
  const { rows } = await sql<MemberPost>`select m.member_id as member, m.name,
      coalesce(o.committee, false) as committee, coalesce(o.party_group, '') as "group",
      -- One without a move is as old as the branch: nobody is later by a gap in the tables.
      coalesce((select (min(v.since) at time zone 'Asia/Shanghai')::date::text from member_move v
        where v.tenant_id = ${tenant} and v.member_id = m.member_id), '1970-01-01') as since
    from member m ${lastPost(tenant, branch)}
    where m.tenant_id = ${tenant} and m.branch_id = ${branch} and m.status = 'active'
    order by m.place, m.name, m.member_id`.execute(db)
  return rows
}

/** Whether all of them are in the branch; they stay so until the transaction ends. */
async function hold(tx: Database, { tenant, branch }: BranchScope, members: readonly string[]): Promise<boolean> {
  const wanted = [...new Set(members)]
  await holdBranch(tx, { tenant, branch }, 'share')
  const { rows } = await sql`select 1 from member m where m.tenant_id = ${tenant} and m.branch_id = ${branch}
    and m.status = 'active' and ${among(wanted, 'm.member_id')} order by m.member_id for update`.execute(tx)
  return rows.length === wanted.length
}
