/** The one PostgreSQL of a test run, and databases in it that are copies of one that was migrated once. */
import crypto from 'node:crypto'
import path from 'node:path'
import type { LogEvent } from 'kysely'
import pg from 'pg'
import { type Embedded, startEmbedded } from '../../server/postgres/embedded'
import { alive } from '../../server/postgres/process-mark'
import { type Migration, migrate, readMigrations } from '../../server/src/database/migrate'
import { connect, withDatabase } from '../../server/src/database/pool'

/** A server that is there already, for the suite to be run on; its settings are not touched, and databases come and go in it. */
const GIVEN = process.env.TEST_DATABASE_URL
const CLUSTER = path.resolve(`.cache/server-tests-${process.getuid?.() ?? 'user'}`)
/** Any number, the same for all who make the template. */
const LOCK = 712_934

/** What nobody will miss after a power cut need not be on the disk at once; and a plan must not change with a round of autovacuum. */
const SETTINGS = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', autovacuum: 'off' }

/** Files are copied, not each page by way of the log: where nothing need be on the disk at once that is half the work. */
const COPY = GIVEN ? '' : 'strategy = file_copy'

type Server = Pick<Embedded, 'url' | 'stop'>

let running: Promise<Server> | undefined
let open = 0

/** Kept up to the end of the process: stopping and starting between files takes longer than most of their tests. */
function cluster(): Promise<Server> {
  running ??= GIVEN ? Promise.resolve({ url: GIVEN, stop: async () => undefined }) : startEmbedded(CLUSTER)
  return running
}
process.on('beforeExit', () => {
  // Node's runner, too, ends its work here: what is still open closes first, and then this is called again.
  if (open > 0 || !running) return
  const postgres = running
  running = undefined
  void postgres.then(it => it.stop())
})

async function asAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** The name of a database with the whole schema; made when there is none of these migrations. */
async function template(url: string): Promise<string> {
  const parts = readMigrations().map(it => it.sha256)
  const name = `template_${crypto.createHash('sha256').update(parts.join()).digest('hex').slice(0, 12)}`
  await asAdmin(url, async client => {
    const whole = async () =>
      (await client.query('select 1 from pg_database where datname = $1 and datistemplate', [name])).rows.length > 0
    if (await whole()) return
    await client.query('select pg_advisory_lock($1)', [LOCK])
    if (await whole()) return
    for (const [setting, value] of GIVEN ? [] : Object.entries(SETTINGS))
      await client.query(`alter system set ${setting} = ${value}`)
    await client.query('select pg_reload_conf()')
    await dropStale(client)
    await client.query(`create database ${name}`)
    const { pool, close } = connect(withDatabase(url, name), 1, () => undefined)
    await migrate(pool)
    await close()
    await client.query(`alter database ${name} is_template true`)
  })
  return name
}

/** Templates of other migrations, a half-made one, and databases of processes that were killed. */
async function dropStale(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select datname as name, datistemplate as template from pg_database`)
  for (const { name, template } of rows) {
    const pid = /^t_(\d+)_/.exec(name)?.[1]
    if (pid ? alive(Number(pid)) : !name.startsWith('template_')) continue
    if (template) await client.query(`alter database ${name} is_template false`)
    await client.query(`drop database ${name} with (force)`)
  }
}

/** A database with no table in it, or a copy of `from`. `drop` removes it. */
export async function emptyDatabase(from?: string, onQuery?: (event: LogEvent) => void) {
  open += 1
  const postgres = await cluster()
  const name = `t_${process.pid}_${crypto.randomBytes(6).toString('hex')}`
  await asAdmin(postgres.url, client => client.query(`create database ${name} template ${from ?? 'template1'} ${COPY}`))
  const url = withDatabase(postgres.url, name)
  const connection = connect(url, 8, () => undefined, onQuery)
  const drop = async () => {
    await connection.close()
    await asAdmin(postgres.url, client => client.query(`drop database ${name} with (force)`))
    open -= 1
  }
  return { connection, url, drop }
}

/** A database with the schema and no rows, or what `migrations` make of it. `drop` removes it. */
export async function freshDatabase(onQuery?: (event: LogEvent) => void, migrations?: readonly Migration[]) {
  if (!migrations) return emptyDatabase(await template((await cluster()).url), onQuery)
  const made = await emptyDatabase(undefined, onQuery)
  await migrate(made.connection.pool, migrations)
  return made
}
