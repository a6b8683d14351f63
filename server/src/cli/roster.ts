import { parseArgs } from 'node:util'
import { loadKeys } from '../auth/keys'
import { readConfig } from '../config'
import { inWords } from '../failure'
import { openWeek } from '../rollup/worker'
import { applyRoster, readExisting } from '../roster/apply'
import { checkRoster } from '../roster/check'
import { readRoster } from '../roster/read'
import { writeRoster } from '../roster/write'
import { openDatabase } from '../start'

const USAGE = `用法：
  npm run roster -- import 名册.xlsx --tenant 区编码 [--dry-run]   导入；--dry-run 只检查，什么都不改
  npm run roster -- export 名册.xlsx --tenant 区编码               导出同样的表`

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { tenant: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  })
  const [command, file] = positionals
  const { tenant } = values
  if (!file || !tenant || !['import', 'export'].includes(command ?? '')) {
    console.error(USAGE)
    return 2
  }
  const config = readConfig(process.env)
  const connection = await openDatabase(config)
  try {
    const { db } = connection
    if (command === 'export') {
      console.log(`已导出 ${await writeRoster(db, tenant, file)} 名党员到 ${file}`)
      return 0
    }
    const existing = await readExisting(db, tenant)
    const { plan, problems } = checkRoster(await readRoster(file), existing)
    for (const { sheet, cell, reason } of problems) console.error(`${sheet}!${cell}  ${reason}`)
    if (problems.length > 0) {
      console.error(`共 ${problems.length} 处要改；什么都没有导入`)
      return 1
    }
    if (values['dry-run']) {
      console.log(`检查通过：${plan.orgs.length} 个组织有变动，${plan.members.length} 名党员；只是检查，什么都没有改`)
      return 0
    }
    const now = Date.now()
    const done = await applyRoster(db, loadKeys(config), tenant, plan, existing, now)
    await openWeek(db, now)
    console.log(`已导入：组织 ${done.orgs}，新增 ${done.added}，更新 ${done.changed}，其中转移 ${done.moved}`)
    return 0
  } finally {
    await connection.close()
  }
}

main().then(
  code => process.exit(code),
  (error: Error) => {
    console.error(inWords(error))
    process.exit(1)
  },
)
