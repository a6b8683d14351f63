import crypto from 'node:crypto'
import { z } from 'zod'
import { sampleSchema } from '../../../../domain/contract/orgs'
import { shanghaiDay, weekStart } from '../../../../domain/time/day'
import { treeOf } from '../../plugins/scopes'
import { audit } from '../audit/audit'
import { drawSample, lookAt } from './queries'
import type { RoutePlugin } from '../../route-plugin'
import { daySchema, orgSchema, reasonSchema } from '../../shapes'

const params = z.object({ org: orgSchema })
/** Looking at people from above the branch: masked, with a reason, written down before anything is shown. */
export const sampleRoutes: RoutePlugin = async (app, { service }) => {
  const tags = ['组织']
  const { db } = service
  const weekOf = (day: string | undefined) => weekStart(day ?? shanghaiDay(service.now()))

  app.post(
    '/v1/orgs/:org/sample',
    {
      config: { scope: 'supervise' },
      schema: {
        tags,
        params,
        body: z.strictObject({
          size: z.int().min(1).max(50),
          reason: reasonSchema,
          seed: z
            .string()
            .regex(/^[\w-]{1,40}$/)
            .optional(),
          week: daySchema.optional(),
        }),
        response: { 200: sampleSchema },
      },
    },
    async request => {
      const scope = treeOf(request)
      const { size, week } = request.body
      const seed = request.body.seed ?? crypto.randomBytes(6).toString('hex')
      const start = weekOf(week)
      const reason = `${request.body.reason}（种子 ${seed}，${size} 人，${start} 起的一周）`
      const { tenant, actor, org } = scope
      const drawn = await drawSample(db, scope, seed, size, start)
      // One line for the organisation, and one for each person, who may ask who saw them.
      const looks = drawn.map(it => ({
        tenant,
        actor,
        action: 'look' as const,
        org: it.branch,
        subject: it.member,
        reason,
      }))
      await audit(db, [{ tenant, actor, action: 'sample', org, reason }, ...looks], service.now())
      return { start, seed, members: await lookAt(db, scope, drawn, start) }
    },
  )
}
