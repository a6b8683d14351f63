import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Keys, loadKeys } from '../auth/keys'
import { makeBackup } from '../backup/make'
import { type Manifest, readManifest } from '../backup/manifest'
import { restoreBackup } from '../backup/restore'
import { noteRun } from '../backup/runs'
import { onScratch } from '../backup/scratch'
import { peppersMissing, tryRestore } from '../backup/verify'
import { type Config, readConfig } from '../config'
import { type Connection, connect } from '../database/pool'
import { inWords } from '../../../domain/text/failure'
import { openDatabase } from '../start'

const USAGE = `用法：
  npm run backup -- 文件夹                     备份 DATABASE_URL 的库，写进这个文件夹里新的一个文件夹；服务不用停
  npm run backup:verify -- 备份 [--on 空库地址]   把一份备份恢复到一个临时的 PostgreSQL（或 --on 写的空库），每张表再读出来比对
  npm run backup:restore -- 备份               恢复到 DATABASE_URL 的库，它必须是空的`

type Say = Pick<Console, 'log' | 'error'>
interface Options {
  config: Config
  /** A folder. */
  target: string
  /** Address of an empty database. */
  on?: string
  say: Say
}

/** By name; each answers with the exit code. */
const COMMANDS: Record<string, (options: Options) => Promise<number>> = { make, verify, restore }

/**
 * Runs one command of backups, given its name, what stands after it, and the environment; `say` gets each line. Answers with the
 * exit code: 0 done, 1 refused, 2 not understood. Throws Error when the database or the folder cannot be reached.
 */
export async function runBackup(
  args: string[],
  env: Record<string, string | undefined>,
  say: Say = console,
): Promise<number> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { on: { type: 'string' } } })
  const [name = '', target = ''] = positionals
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command || !target) {
    say.error(USAGE)
    return 2
  }
  return command({ config: readConfig(env), target: path.resolve(target), on: values.on, say })
}

const rowsOf = ({ tables }: Manifest) => tables.reduce((sum, it) => sum + it.rows, 0)
const sizeOf = ({ tables }: Manifest) => `${tables.length} 张表，${rowsOf({ tables } as Manifest)} 行`

async function make({ config, target, say }: Options): Promise<number> {
  const connection = await openDatabase(config)
  try {
    const { dir, manifest } = await makeBackup(connection.pool, loadKeys(config), target, Date.now())
    await noteRun(connection.db, 'made', new Date(manifest.at))
    say.log(`已备份 ${sizeOf(manifest)}，在 ${dir}（只有您的账户能读；里面是个人信息）`)
    return 0
  } finally {
    await connection.close()
  }
}

async function verify({ config, target, on, say }: Options): Promise<number> {
  const manifest = readManifest(target)
  const keys = knownKeys(config)
  if (keys && peppersMissing(manifest, keys) > 0) {
    say.error('✕ 备份时的 PEPPER 和现在的不同：照现在的恢复，所有人都要重新绑定。请找到那时的 PEPPER')
    return 1
  }
  const began = performance.now()
  const tried = (connection: Connection) => tryRestore(connection, target, manifest)
  try {
    if (on) await onGiven(on, tried)
    else await onScratch(tried)
  } catch (error) {
    say.error(`✕ 这份备份恢复不了：${inWords(error as Error)}`)
    return 1
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  say.log(`✓ ${manifest.at} 的备份恢复了一遍：${sizeOf(manifest)}，用了 ${seconds} 秒`)
  say.log('✓ 每张表恢复以后再读出来，和备份时逐字节相同；迁移到现在的表结构，各周的合计能算')
  if (keys) say.log('✓ 备份时的 PEPPER 就是现在的（或上一个），绑定都认得')
  else say.log('！没有给 PEPPER，没有核对它')
  await noteVerified(config, manifest, say)
  return 0
}

async function onGiven(url: string, work: (connection: Connection) => Promise<void>): Promise<void> {
  const connection = connect(url, 4, () => undefined)
  try {
    await work(connection)
  } finally {
    await connection.close()
  }
}

/** The keys of the service, where it is this machine's; none are made for a look at a backup. */
function knownKeys(config: Config): Keys | undefined {
  const kept = fs.existsSync(path.join(config.dataDir, 'secrets.json'))
  return (config.pepper && config.jwtSecret) || (config.demo && kept) ? loadKeys(config) : undefined
}

/** So that the metrics know of it. A backup may be verified where the service's database cannot be reached. */
async function noteVerified(config: Config, manifest: Manifest, say: Say): Promise<void> {
  if (!config.databaseUrl && !config.demo) return say.log('！没有 DATABASE_URL，这一次没有记进指标')
  try {
    const connection = await openDatabase(config)
    await noteRun(connection.db, 'verified', new Date(manifest.at)).finally(connection.close)
  } catch (error) {
    say.log(`！正式的库连不上，这一次没有记进指标：${inWords(error as Error)}`)
  }
}

async function restore({ config, target, say }: Options): Promise<number> {
  if (!config.databaseUrl) {
    say.error('请把要恢复到的空库写进 DATABASE_URL')
    return 1
  }
  const manifest = readManifest(target)
  const missing = peppersMissing(manifest, loadKeys(config))
  if (missing > 0) {
    say.error('备份时的 PEPPER 和现在的不同，什么都没有做：请把那时的写进 PEPPER（上一个写进 PEPPER_BEFORE）再恢复')
    return 1
  }
  await onGiven(config.databaseUrl, connection => restoreBackup(connection.pool, target, manifest))
  say.log(`已恢复 ${manifest.at} 的备份：${sizeOf(manifest)}，每张表都和备份时相同；现在可以启动服务`)
  return 0
}
