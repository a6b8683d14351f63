import crypto from 'node:crypto'
import fs from 'node:fs'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { PoolClient } from 'pg'
import { to as copyTo } from 'pg-copy-streams'

/** A table and those of its columns that hold what was told: all of them. */
export interface Table {
  table: string
  columns: string[]
}

/**
 * What a backup leaves out: parcels, which lie sealed for ten minutes and are in no log either; and bookkeeping that an empty
 * database gets by its migrations.
 */
const LEFT_OUT = ['parcel', 'heartbeat', 'schema_migration', 'kysely_migration', 'kysely_migration_lock']

/** The tables of the service by name, each with its columns by name: the same wherever and in whatever order they were made. */
export async function tablesOf(client: PoolClient): Promise<Table[]> {
  const { rows } = await client.query<Table>(
    `select c.table_name as table, array_agg(c.column_name::text order by c.column_name::text collate "C") as columns
      from information_schema.columns c
      join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
      where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.table_name <> all($1)
      group by c.table_name order by c.table_name::text collate "C"`,
    [LEFT_OUT],
  )
  return rows
}

/** The same value is the same text on every server, whatever its settings; and this takes as long as it takes. */
export const PLAINLY = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1;
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`

/** A name as SQL takes it, whatever stands in it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
/** Columns for a statement, in this order. */
export const listed = (columns: readonly string[]) => columns.map(quoted).join(', ')

/** Takes everything and keeps nothing. */
export const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() })

/** Passes on what comes and keeps its SHA-256. */
export function hashing() {
  const hash = crypto.createHash('sha256')
  return {
    async *pass(source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        hash.update(chunk)
        yield chunk
      }
    },
    digest: () => hash.digest('hex'),
  }
}

/**
 * Reads a table's rows as CSV with a head, in an order of their own, and tells how many there are and the text's SHA-256.
 * @param file packed into this one, which only its owner may read; into none without it
 */
export async function copyOut(client: PoolClient, { table, columns }: Table, file?: string) {
  const rows = client.query(
    copyTo(`copy (select ${listed(columns)} from ${quoted(table)} order by row(${listed(columns)})::text collate "C")
      to stdout (format csv, header)`),
  )
  const { pass, digest } = hashing()
  if (file) await pipeline(rows, pass, createGzip(), fs.createWriteStream(file, { mode: 0o600, flags: 'wx' }))
  else await pipeline(rows, pass, nowhere())
  return { rows: rows.rowCount, sha256: digest() }
}
