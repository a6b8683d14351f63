import crypto from 'node:crypto'
import { z } from 'zod'
import { sampleSchema } from '../../../../domain/contract/orgs'
import { shanghaiDay, weekStart } from '../../../../domain/time/day'
import { Problem } from '../../auth/problem'
import { treeOf } from '../../plugins/scopes'
import { audit } from '../audit/audit'
import { drawSample, lookAt, wasDrawn } from './queries'
import type { RoutePlugin } from '../../route-plugin'
import { daySchema, orgSchema, reasonSchema } from '../../../../domain/contract/shapes'

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
      const drawing = `（随机数 ${seed}，${size} 人，${start} 起的一周）`
      const reason = `${request.body.reason}${drawing}`
      const { tenant, actor, org } = scope
      // Whoever could choose a seed would choose the people: whom one draws can be computed.
      if (request.body.seed !== undefined && !(await wasDrawn(db, scope, drawing))) {
        throw new Problem(
          400,
          'seed',
          '没有用这个随机数抽过。核对要填抽查结果里的随机数，人数和周也要一样；不填就重新随机抽',
        )
      }
      const drawn = await drawSample(db, scope, seed, size, start, shanghaiDay(service.now()))
      if (drawn.length === 0) {
        throw new Problem(400, 'nobody', '那一周这里还没有开始记学习，或者名册上没有人，抽不出来。请换一周')
      }
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
