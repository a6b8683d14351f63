import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../auth/problem'
import type { RoutePlugin } from '../../route-plugin'

const state = z.object({ status: z.literal('ok') })

/** `/healthz`: the process answers. `/readyz`: the database answers and its schema is ours. */
export const healthRoutes: RoutePlugin = async (app, { service }) => {
  const open = { config: { scope: 'public' as const, rateLimit: false as const } }
  app.get('/healthz', { ...open, schema: { response: { 200: state } } }, async () => ({ status: 'ok' as const }))
  app.get('/readyz', { ...open, schema: { response: { 200: state } } }, async () => {
    try {
      await sql`select 1`.execute(service.db)
    } catch {
      throw new Problem(503, 'database', '数据库连不上')
    }
    const pending = await service.pending()
    if (pending.length > 0)
      throw new Problem(503, 'migrations', `还有 ${pending.length} 个迁移没有应用，先运行 npm run migrate`)
    return { status: 'ok' as const }
  })
}
