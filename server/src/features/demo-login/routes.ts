import { z } from 'zod'
import { notFound } from '../../auth/problem'
import { isNear } from '../../plugins/near'
import { DEMO_TENANT, demoIdentities } from '../../../demo/identities'
import type { RoutePlugin } from '../../route-plugin'
import { openSession, sessionSchema } from '../login/sessions'

const identity = z.object({ id: z.string(), title: z.string(), name: z.string(), org: z.string(), orgName: z.string() })

/** Steps into an invented person. Registered under DEMO=1 only, answers this machine only, knows the demo district only. */
export const demoRoutes: RoutePlugin = async (app, { service }) => {
  const config = { scope: 'public' as const }
  const tags = ['演示数据']

  app.get(
    '/v1/demo/identities',
    { config, schema: { tags, response: { 200: z.object({ identities: z.array(identity) }) } } },
    async request => {
      if (!isNear(request)) throw notFound()
      return { identities: await demoIdentities(service.db) }
    },
  )
  app.post(
    '/v1/demo/login',
    { config, schema: { tags, body: z.strictObject({ id: z.string().max(40) }), response: { 200: sessionSchema } } },
    async request => {
      const chosen = (await demoIdentities(service.db)).find(it => it.id === request.body.id)
      if (!isNear(request) || !chosen) throw notFound()
      return openSession(app, service, { tenant: DEMO_TENANT, member: chosen.member })
    },
  )
}
