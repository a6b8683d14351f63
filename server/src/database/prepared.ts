import crypto from 'node:crypto'
import { type CompiledQuery, type QueryResult, type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import type { Database } from './pool'

const MARK = '/* prepared */'

/**
 * Marks a statement that every phone's request sends: the database reads and plans it once a connection. Its text must be one
 * of few: each stays with every connection. For statements whose best plan does not depend on the values only (rows found by
 * their key), as after some uses one plan serves all.
 */
export const prepared = sql.raw(MARK)

/** Whether a statement is marked. */
export const isPrepared = (text: string): boolean => text.includes(MARK)

/** Where a value stands in a statement that is put together before there is one. */
class Place {
  constructor(readonly name: string) {}
  /** Whatever were made of it would be the same for all who ask. */
  [Symbol.toPrimitive](): never {
    throw new Error(`${this.name} of a prepared statement must stand in it as it is`)
  }
  toJSON(): never {
    return this[Symbol.toPrimitive]()
  }
}

/**
 * A statement that is {@link prepared}, put together once instead of for each request. `write` is asked once, before there are any
 * values: they may only stand in its text, where something is made of one it throws. A value that stands there more than once is
 * sent once, so all its places are of one type.
 */
export function preparedStatement<V extends object, R>(
  write: (values: V) => RawBuilder<R>,
): (db: Database, values: V) => Promise<QueryResult<R>> {
  let made: { query: CompiledQuery<R>; given: unknown[] } | undefined
  return (db, values) => {
    const { query, given } = (made ??= putTogether(db, write))
    const of = values as Record<string, unknown>
    const parameters = given.map(it => (it instanceof Place ? of[it.name] : it))
    return db.executeQuery({ ...query, parameters })
  }
}

function putTogether<V extends object, R>(db: Database, write: (values: V) => RawBuilder<R>) {
  const places = new Proxy({}, { get: (_target, name) => new Place(String(name)) }) as V
  const query = sql<R>`${prepared} ${write(places)}`.compile(db)
  const given: unknown[] = []
  const numbers = query.parameters.map(it => {
    const at = given.findIndex(one => one instanceof Place && it instanceof Place && one.name === it.name)
    return at < 0 ? given.push(it) : at + 1
  })
  const text = query.sql.replace(/\$(\d+)/g, (_all, n: string) => `$${numbers[Number(n) - 1]}`)
  return { query: { ...query, sql: text }, given }
}

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
    const named = typeof text === 'string' && Array.isArray(values) && isPrepared(text)
    const ask = super.query as (...asked: unknown[]) => never
    return named ? ask.call(this, { name: nameOf(text), text, values }, ...asked.slice(2)) : ask.apply(this, asked)
  }
}
