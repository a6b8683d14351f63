import crypto from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'

const MARK = '/* prepared */'

/**
 * Marks a statement that every phone's request sends: the database reads and plans it once a connection. Its text must be one
 * of few: each stays with every connection. For statements whose best plan does not depend on the values only (rows found by
 * their key), as after some uses one plan serves all.
 */
export const prepared = sql.raw(MARK)

const names = new Map<string, string>()

/** By the text, so that all connections and processes say the same. */
function nameOf(text: string): string {
  let name = names.get(text)
  if (!name) names.set(text, (name = crypto.createHash('sha256').update(text).digest('hex').slice(0, 32)))
  return name
}

/** A connection that sends marked statements by name. */
export class PreparingClient extends pg.Client {
  // Of pg's many ways to ask, a text with its values is the one that Kysely takes.
  override query(...asked: unknown[]): never {
    const [text, values] = asked
    const named = typeof text === 'string' && Array.isArray(values) && text.includes(MARK)
    const ask = super.query as (...asked: unknown[]) => never
    return named ? ask.call(this, { name: nameOf(text), text, values }, ...asked.slice(2)) : ask.apply(this, asked)
  }
}
