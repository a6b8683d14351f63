import { z } from 'zod'
import { ASSIGNMENT_LIMIT, ASSIGNMENT_COLUMNS, DUE_DAYS_AHEAD } from '../../../../domain/contract/assignments'
import { addDays, shanghaiDay } from '../../../../domain/time/day'
import { exportName } from '../../../../domain/text/table'
import { Problem, notFound } from '../../auth/problem'
import { together } from '../../database/pool'
import { sendTable } from '../../exports/send'
import { unknownItems } from './unknown-items'
import { branchOf, selfOf } from '../../plugins/scopes'
import { deleteAssignment, listAssignments, ownAssignments, readAssignment, saveAssignment } from './queries'
import { audit } from '../audit/audit'
import { withIdempotencyKey } from '../../database/idempotency-keys'
import type { RoutePlugin } from '../../route-plugin'
import { daySchema, idempotencyKeySchema, formatSchema, idSchema, orgSchema } from '../../shapes'

const params = z.object({ branch: orgSchema })
const one = params.extend({ assignment: idSchema })
const body = z.strictObject({
  form: idempotencyKeySchema,
  title: z.string().trim().min(1).max(60),
  note: z.string().trim().min(1).max(200).optional(),
  due: daySchema,
  items: z
    .array(z.string().max(40))
    .min(1)
    .max(ASSIGNMENT_LIMIT)
    .describe('文章 a-0001、节目 e-0001、文章的题 article:a-0001、书架的题 shelf:reform、题数 answers:50'),
})
const assignment = z.object({
  id: z.string(),
  title: z.string(),
  note: z.string().optional(),
  due: z.string(),
  items: z.array(z.string()),
  createdAt: z.string(),
})
const summary = assignment.extend({
  members: z.number(),
  done: z.number(),
  notYet: z.number(),
  offline: z.number(),
})
const row = z.object({
  member: z.string(),
  name: z.string(),
  offline: z.boolean(),
  bound: z.boolean(),
  done: z.boolean(),
  itemsDone: z.number(),
  items: z.number(),
})

/** 任务: what the branch is asked to study by a day, and who has. */
export const assignmentRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'branch' as const }
  const tags = ['任务']
  const { db } = service
  const today = () => shanghaiDay(service.now())

  function checkAssignment({ due, items }: z.infer<typeof body>): void {
    if (due < today() || due > addDays(today(), DUE_DAYS_AHEAD)) {
      throw new Problem(400, 'day', '截止日期请选今天到一年之内的一天')
    }
    const unknown = unknownItems(items, service.feed)
    if (unknown.length > 0) {
      throw new Problem(400, 'items', `服务的内容里没有：${unknown.slice(0, 5).join('、')}。请从目录里重新选`)
    }
  }

  app.get(
    '/v1/branches/:branch/assignments',
    { config, schema: { tags, params, response: { 200: z.object({ assignments: z.array(summary) }) } } },
    async request => ({ assignments: await listAssignments(db, branchOf(request)) }),
  )
  app.post(
    '/v1/branches/:branch/assignments',
    { config, schema: { tags, params, body, response: { 201: z.object({ id: z.string() }) } } },
    async (request, reply) => {
      const scope = branchOf(request)
      const now = service.now()
      const answer = await withIdempotencyKey(db, scope, 'assignment', request.body, now, async tx => {
        checkAssignment(request.body)
        const id = await saveAssignment(tx, scope, request.body, now)
        const { tenant, actor, branch } = scope
        await audit(tx, { tenant, actor, action: 'assignment', org: branch, reason: request.body.title }, now)
        return { id }
      })
      return reply.status(201).send(answer)
    },
  )
  app.get(
    '/v1/branches/:branch/assignments/:assignment',
    {
      config,
      schema: { tags, params: one, response: { 200: z.object({ assignment: summary, rows: z.array(row) }) } },
    },
    async request => {
      const found = await readAssignment(db, branchOf(request), request.params.assignment)
      if (!found) throw notFound()
      return found
    },
  )
  app.get(
    '/v1/branches/:branch/assignments/:assignment/export.:format',
    { config, schema: { tags, params: one.extend({ format: formatSchema }) } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { tenant, actor, branch } = scope
      const found = await readAssignment(db, scope, request.params.assignment)
      if (!found) throw notFound()
      const { title, due } = found.assignment
      await audit(db, { tenant, actor, action: 'export', org: branch, reason: `任务 ${title}` }, service.now())
      const name = exportName('任务完成情况', due, today(), request.params.format)
      return sendTable(reply, name, '任务完成情况', ASSIGNMENT_COLUMNS, found.rows)
    },
  )
  app.delete(
    '/v1/branches/:branch/assignments/:assignment',
    { config, schema: { tags, params: one, response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { tenant, actor, branch } = scope
      await together(db, async tx => {
        const gone = await deleteAssignment(tx, scope, request.params.assignment)
        if (!gone) throw notFound()
        const what = { tenant, actor, action: 'assignment.delete' as const, org: branch, reason: gone.title }
        await audit(tx, what, service.now())
      })
      return reply.status(204).send(null)
    },
  )
  app.get(
    '/v1/me/assignments',
    {
      config: { scope: 'self' },
      schema: {
        tags,
        response: { 200: z.object({ assignments: z.array(assignment.extend({ left: z.array(z.string()) })) }) },
      },
    },
    async request => ({ assignments: await ownAssignments(db, selfOf(request), today()) }),
  )
}
