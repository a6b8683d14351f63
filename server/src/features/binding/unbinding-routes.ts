import { z } from 'zod'
import { ASKED_DISTRICT } from '../../../../domain/contract/binding'
import { Problem, notFound } from '../../auth/problem'
import { branchOf } from '../../plugins/scopes'
import { refuseNames } from '../audit/names-in-texts'
import { unbindInBranch } from './unbinding'
import type { RoutePlugin } from '../../route-plugin'
import { idSchema, orgSchema, reasonSchema } from '../../../../domain/contract/shapes'

const REFUSED = {
  unbound: ['unbound', '这位党员没有绑定手机，不用解除。请本人用换机码绑定，没有换机码的申请以后由区里核对'],
  office: [ASKED_DISTRICT, '这位党员在上级有职务，解除绑定请区里的管理员办理'],
  self: ['self', '不能解除自己的绑定：换手机用您自己的换机码，或请区里的管理员办理；不再上传请在“支部账号”里撤回同意'],
} as const

/** 解除绑定: a lost phone, a wrong approval. */
export const unbindingRoutes: RoutePlugin = async (app, { service }) => {
  // Not DELETE: what carries a reason has a body, which phones and proxies may drop from that.
  app.post(
    '/v1/branches/:branch/members/:member/unbind',
    {
      config: { scope: 'branch' },
      schema: {
        tags: ['支部'],
        params: z.object({ branch: orgSchema, member: idSchema }),
        body: z.strictObject({ reason: reasonSchema }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const scope = branchOf(request)
      const { member } = request.params
      await refuseNames(service.db, scope, request.body.reason)
      const outcome = await unbindInBranch(service.db, scope, member, request.body.reason, service.now())
      if (outcome === 'gone') throw notFound()
      if (outcome !== 'done') {
        const [code, message] = REFUSED[outcome]
        throw new Problem(409, code, message)
      }
      service.actors.forget(scope.tenant, member)
      return reply.status(204).send(null)
    },
  )
}
