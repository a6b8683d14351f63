import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { requestCode } from '../../../domain/contract/binding'
import { shanghaiDay } from '../../../domain/time/day'
import { daysLater } from '../../../domain/time/moment'
import { loadKeys } from '../auth/keys'
import { type Config, readConfig } from '../config'
import type { Database } from '../database/pool'
import { audit } from '../features/audit/audit'
import { unbindFromDistrict } from '../features/binding/unbinding'
import { openWeek } from '../features/reports/worker'
import { applyRoster, readExisting } from '../features/roster/apply'
import { checkRoster } from '../features/roster/check'
import { approveFromDistrict, inviteFromDistrict, listForDistrict } from '../features/roster/district-desk'
import { readRoster } from '../features/roster/read'
import { writeTemplate } from '../features/roster/template'
import { writeRoster } from '../features/roster/write'
import { openDatabase } from '../start'

const USAGE = `npm run roster -- template 名册.xlsx                      写一份空的名册，每一列写着怎么填；不用库，别的都不用加
用法（下面每一条都要加 --tenant 区编码 --by 经办人；经办人记进操作记录）：
  npm run roster -- import 名册.xlsx [--dry-run] [--create]  导入；--dry-run 只检查，什么都不改；第一次导入一个新的区加 --create
  npm run roster -- export 名册.xlsx                        导出同样的表，只有自己能读，记进操作记录
  npm run roster -- invite 支部编码                          生成一个邀请码，七天有效
  npm run roster -- requests                               列出等着绑定的申请，要区里核对的在前
  npm run roster -- approve 申请编号 [--member 党员编号]      核对过本人以后，通过一条申请；绑定过别的手机的，换下来
  npm run roster -- unbind 党员编号 --reason 为什么           解除一位党员绑定的手机`

const INVITE_DAYS = 7
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

interface Options {
  db: Database
  config: Config
  tenant: string
  /** The operator, as they are called. */
  by: string
  /** What the command is about: a file, a code or an id. */
  target: string
  member?: string
  reason?: string
  dryRun: boolean
  /** The district may be a new one. */
  create: boolean
  say: Pick<Console, 'log' | 'error'>
}

/** By name; each answers with the exit code. */
const COMMANDS: Record<string, (options: Options) => Promise<number>> = {
  import: importRoster,
  export: exportRoster,
  invite: makeInvite,
  requests: listRequests,
  approve: approveRequest,
  unbind: unbindMember,
}

/**
 * Runs one command of `npm run roster`, given what stands after it and the environment; `say` gets each line. Answers with
 * the exit code: 0 done, 1 refused, 2 not understood. Throws Error when no database is named or it cannot be opened.
 */
export async function runRoster(
  args: string[],
  env: Record<string, string | undefined>,
  say: Pick<Console, 'log' | 'error'> = console,
): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      tenant: { type: 'string' },
      by: { type: 'string' },
      member: { type: 'string' },
      reason: { type: 'string' },
      'dry-run': { type: 'boolean' },
      create: { type: 'boolean' },
    },
  })
  const [name = '', target = ''] = positionals
  if (name === 'template' && target) {
    await writeTemplate(target)
    say.log(`已写好 ${target}：在“组织”“党员”两张表里填，“怎么填”那一张不导入`)
    return 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  const { tenant, by: typed = '', 'dry-run': dryRun = false, create = false, ...rest } = values
  const by = typed.trim()
  if (!command || !tenant || (!target && name !== 'requests')) {
    say.error(USAGE)
    return 2
  }
  if (by.length < 2 || by.length > 40) {
    say.error('请用 --by 写明经办人的姓名（2–40 个字），它会记进操作记录')
    return 2
  }
  const config = readConfig(env)
  const connection = await openDatabase(config)
  const { db } = connection
  try {
    if (!(await hasDistrict(db, tenant)) && !(create && name === 'import')) {
      say.error(
        `没有编码为“${tenant}”的区，什么都没有做。请核对 --tenant${name === 'import' ? '；第一次导入一个新的区，在 import 后面加 --create' : ''}`,
      )
      return 1
    }
    return await command({ db, config, tenant, by, target, dryRun, create, say, ...rest })
  } finally {
    await connection.close()
  }
}

async function hasDistrict(db: Database, tenant: string): Promise<boolean> {
  const { rows } = await sql`select 1 from org where tenant_id = ${tenant} limit 1`.execute(db)
  return rows.length > 0
}

async function exportRoster({ db, tenant, by, target: file, say }: Options): Promise<number> {
  // Written down first: a file that nobody knows of is worse than a line about a file that was not written.
  await audit(db, { tenant, actorName: by, action: 'roster.export', reason: '全区名册' }, Date.now())
  say.log(`已导出 ${await writeRoster(db, tenant, file)} 名党员到 ${file}（只有您的账户能读），并记进操作记录`)
  return 0
}

async function importRoster({ db, config, tenant, by, target: file, dryRun, say }: Options): Promise<number> {
  const existing = await readExisting(db, tenant)
  const { plan, problems } = checkRoster(await readRoster(file), existing)
  for (const { sheet, cell, reason } of problems) say.error(`${sheet}!${cell}  ${reason}`)
  if (problems.length > 0) {
    say.error(`共 ${problems.length} 处要改；什么都没有导入`)
    return 1
  }
  if (dryRun) {
    say.log(`检查通过：${plan.orgs.length} 个组织有变动，${plan.members.length} 名党员；只是检查，什么都没有改`)
    return 0
  }
  const now = Date.now()
  const done = await applyRoster(db, loadKeys(config), tenant, plan, existing, now, by)
  await openWeek(db, now)
  say.log(`已导入：组织 ${done.orgs}，新增 ${done.added}，更新 ${done.changed}，其中转移 ${done.moved}`)
  return 0
}

async function makeInvite(options: Options): Promise<number> {
  const { db, config, tenant, by, target: branch, say } = options
  const now = Date.now()
  const until = new Date(daysLater(now, INVITE_DAYS))
  const code = await inviteFromDistrict(db, loadKeys(config), { tenant, byName: by }, branch, until, now)
  if (!code) return refuse(options, `没有编码为“${branch}”的支部`)
  say.log(`${branch} 的邀请码：${code}，${shanghaiDay(until.getTime())} 以前有效；只显示这一次`)
  return 0
}

async function listRequests({ db, tenant, say }: Options): Promise<number> {
  const waiting = await listForDistrict(db, tenant)
  for (const { id, branch, name, last4, askedAt, member, memberName, offices } of waiting) {
    const whose = member ? `区里核对：是不是 ${memberName}（${offices}）` : '书记办理'
    const said = `申请号 ${requestCode(id)}`
    say.log(`${id}  ${said}  ${branch}  ${name}  ${last4}  ${shanghaiDay(askedAt.getTime())}  ${whose}`)
  }
  say.log(`共 ${waiting.length} 条，其中 ${waiting.filter(it => it.member).length} 条要区里核对`)
  return 0
}

async function approveRequest(options: Options): Promise<number> {
  const { db, tenant, by, target: request, member, say } = options
  if (!UUID.test(request) || (member && !UUID.test(member)))
    return refuse(options, '编号不对：请从 requests 或名册里复制')
  switch (await approveFromDistrict(db, { tenant, byName: by }, request, Date.now(), member)) {
    case 'bound':
      say.log('已经绑定，并记进操作记录；以前绑定过别的手机的，那一部最多半分钟以后退出，会看到是您办的')
      return 0
    case 'gone':
      return refuse(options, '没有这条申请：可能已经办过、退回，或过了三十天')
    case 'nobody':
      return refuse(options, '这条申请没有写明是哪一位：请加 --member 党员编号（export 导出的名册里有）')
    default:
      return refuse(options, '没有绑定：这位党员不在册，或者这个微信已经绑定了别人')
  }
}

async function unbindMember(options: Options): Promise<number> {
  const { db, tenant, by, target: member, reason = '', say } = options
  if (!UUID.test(member)) return refuse(options, '编号不对：请从 export 导出的名册里复制')
  if (reason.trim().length < 2) return refuse(options, '请用 --reason 写明原因，它会记进操作记录')
  const outcome = await unbindFromDistrict(db, { tenant, byName: by }, member, reason.trim(), Date.now())
  if (outcome === 'gone') return refuse(options, '没有这个编号的党员')
  if (outcome !== 'done') return refuse(options, '这位党员没有绑定手机，不用解除')
  say.log('已经解除，并记进操作记录；那部手机最多半分钟以后就不能再用这位党员的身份')
  return 0
}

function refuse({ say }: Options, words: string): number {
  say.error(words)
  return 1
}
