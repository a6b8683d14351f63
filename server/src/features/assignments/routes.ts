import { z } from 'zod'
import { ASSIGNMENT_COLUMNS } from '../../../../domain/contract/assignment-columns'
import {
  assignmentDetailSchema,
  assignmentSummarySchema,
  ownAssignmentSchema,
  sentAssignmentSchema,
} from '../../../../domain/contract/assignments'
import { shanghaiDay } from '../../../../domain/time/day'
import { exportName } from '../../../../domain/text/table'
import { Problem, notFound } from '../../auth/problem'
import { together } from '../../database/pool'
import { ownerName } from '../../exports/owner'
import { sendTable } from '../../exports/send'
import { checkAssignment } from './check'
import { branchOf, selfOf } from '../../plugins/scopes'
import { deleteAssignment, listAssignments, ownAssignments, readAssignment, saveAssignment } from './queries'
import { audit } from '../audit/audit'
import { withIdempotencyKey } from '../../database/idempotency-keys'
import type { RoutePlugin } from '../../route-plugin'
import { formatSchema, idSchema, orgSchema } from '../../../../domain/contract/shapes'

const params = z.object({ branch: orgSchema })
const one = params.extend({ assignment: idSchema })
/** 任务: what the branch is asked to study by a day, and who has. */
export const assignmentRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'branch' as const }
  const tags = ['任务']
  const { db } = service
  const today = () => shanghaiDay(service.now())

  app.get(
    '/v1/branches/:branch/assignments',
    {
      config,
      schema: { tags, params, response: { 200: z.object({ assignments: z.array(assignmentSummarySchema) }) } },
    },
    async request => ({ assignments: await listAssignments(db, branchOf(request)) }),
  )
  app.post(
    '/v1/branches/:branch/assignments',
    { config, schema: { tags, params, body: sentAssignmentSchema, response: { 201: z.object({ id: z.string() }) } } },
    async (request, reply) => {
      const scope = branchOf(request)
      const now = service.now()
      const answer = await withIdempotencyKey(db, scope, 'assignment', request.body, now, async tx => {
        checkAssignment(request.body, service.feed, today())
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
      schema: { tags, params: one, response: { 200: assignmentDetailSchema } },
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
      const name = exportName(await ownerName(db, tenant, branch), '任务完成情况', due, today(), request.params.format)
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
        if (gone === 'sent') throw new Problem(409, 'sent', '这是上级发的任务，支部不能撤销；要改请告诉上级')
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
        response: { 200: z.object({ assignments: z.array(ownAssignmentSchema) }) },
      },
    },
    async request => ({ assignments: await ownAssignments(db, selfOf(request), today()) }),
  )
}
