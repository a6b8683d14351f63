import { type RawBuilder, sql } from 'kysely'
import type { TreeScope } from '../../auth/scope'

/**
 * Whether an organisation lies at or under the scope; `o` is its table. A pattern, not `left(path, n)`: of that the
 * planner cannot tell how many there are, and looks each one up by itself.
 */
export function inside(scope: TreeScope): RawBuilder<unknown> {
  const prefix = scope.path.replace(/[\\%_]/g, it => `\\${it}`)
  return sql`o.path like ${`${prefix}%`}`
}
