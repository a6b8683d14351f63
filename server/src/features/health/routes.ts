import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../auth/problem'
import type { RoutePlugin } from '../../route-plugin'

const state = z.object({ status: z.literal('ok') })

/** Asked again within this, `/readyz` says what it said, milliseconds: nobody makes it write at will. */
const ASKED_MS = 1_000

/** `/healthz`: the process answers. `/readyz`: the database takes writes and its schema is ours. */
export const healthRoutes: RoutePlugin = async (app, { service }) => {
  const open = { config: { scope: 'public' as const, rateLimit: false as const } }
  let last: { at: number; writing: Promise<void> } | undefined
  const writes = (): Promise<void> => {
    const at = performance.now()
    if (!last || at - last.at > ASKED_MS) last = { at, writing: tryWriting() }
    return last.writing
  }
  // A full disk and a standby answer every question and hold nothing.
  const tryWriting = async () => {
    await sql`select 1`.execute(service.db).catch(() => {
      throw new Problem(503, 'database', '数据库连不上')
    })
    const at = new Date(service.now())
    await sql`insert into heartbeat (id, at) values (1, ${at}) on conflict (id) do update set at = excluded.at`
      .execute(service.db)
      .catch(() => {
        throw new Problem(503, 'writes', '数据库不能写：磁盘满了、只读，或者表不对')
      })
  }
  app.get('/healthz', { ...open, schema: { response: { 200: state } } }, async () => ({ status: 'ok' as const }))
  app.get('/readyz', { ...open, schema: { response: { 200: state } } }, async () => {
    const pending = await service.pending()
    if (pending.length > 0)
      throw new Problem(503, 'migrations', `还有 ${pending.length} 个迁移没有应用，先运行 npm run migrate`)
    await writes()
    return { status: 'ok' as const }
  })
}
