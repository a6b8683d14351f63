import { z } from 'zod'
import { ASKED_DISTRICT } from '../../../../domain/contract/binding'
import { approveRequestSchema, bindingRequestSchema } from '../../../../domain/contract/joining'
import { Problem, notFound } from '../../auth/problem'
import { together } from '../../database/pool'
import { branchOf } from '../../plugins/scopes'
import { audit } from '../audit/audit'
import { approveRequest, listRequests, refuseRequest } from './requests'
import type { RoutePlugin } from '../../route-plugin'
import { idSchema, orgSchema } from '../../../../domain/contract/shapes'

const params = z.object({ branch: orgSchema })
const one = params.extend({ request: idSchema })
const TAKEN = '没有绑定：这位党员不在本支部名册里，或者这个微信已经绑定了别人'
const PASSED =
  '这位党员绑定过手机，或者在上级有职务，换一部手机要由区里核对。这条申请已转给区里的管理员，您不用再办；他手里有换机码的，在新手机上填换机码就行'

/** Members whose name or number did not match ask the secretary, who knows them. */
export const requestRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'branch' as const }
  const tags = ['支部']
  const { db } = service

  app.get(
    '/v1/branches/:branch/requests',
    { config, schema: { tags, params, response: { 200: z.object({ requests: z.array(bindingRequestSchema) }) } } },
    async request => ({ requests: await listRequests(db, branchOf(request)) }),
  )
  app.post(
    '/v1/branches/:branch/requests/:request/approve',
    { config, schema: { tags, params: one, body: approveRequestSchema, response: { 204: z.null() } } },
    async (request, reply) => {
      const scope = branchOf(request)
      const { member } = request.body
      const { tenant, actor, branch } = scope
      const outcome = await together(db, async tx => {
        const outcome = await approveRequest(tx, scope, request.params.request, member, service.now())
        const action = ({ bound: 'bind.approve', district: 'bind.pass' } as const)[outcome as 'bound' | 'district']
        if (action) await audit(tx, { tenant, actor, action, org: branch, subject: member }, service.now())
        return outcome
      })
      if (outcome === 'gone') throw notFound()
      if (outcome === 'taken') throw new Problem(409, 'taken', TAKEN)
      if (outcome !== 'bound') throw new Problem(409, ASKED_DISTRICT, PASSED)
      service.actors.forget(tenant, member)
      return reply.status(204).send(null)
    },
  )
  app.delete(
    '/v1/branches/:branch/requests/:request',
    { config, schema: { tags, params: one, response: { 204: z.null() } } },
    async (request, reply) => {
      const { tenant, actor, branch } = branchOf(request)
      if (!(await refuseRequest(db, branchOf(request), request.params.request))) throw notFound()
      await audit(db, { tenant, actor, action: 'bind.refuse', org: branch }, service.now())
      return reply.status(204).send(null)
    },
  )
}
