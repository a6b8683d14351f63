import { loadKeys } from '../auth/keys'
import { readConfig } from '../config'
import { FULL, SMALL } from '../../demo/district'
import { hasDemo, seedDemo } from '../../demo/seed'
import { inWords } from '../../../domain/text/failure'
import { readOwnFeed } from '../feed/own-feed'
import { openDatabase } from '../start'
import { Stopped, stopSignal } from '../stop'

// `npm run seed:demo [-- --small]`: the invented district, without DATABASE_URL in the bundled database.
async function main(): Promise<void> {
  const strange = process.argv.slice(2).filter(it => it !== '--small')
  if (strange.length > 0) {
    console.error(`不认识的参数 ${strange.join(' ')}；应当是 --small，或什么都不写`)
    process.exit(2)
  }
  const config = readConfig(process.env)
  const stop = stopSignal()
  const connection = await openDatabase({ ...config, demo: true })
  try {
    if (await hasDemo(connection.pool)) return console.log('演示区已经在了')
    const began = Date.now()
    const size = process.argv.includes('--small') ? SMALL : FULL
    await seedDemo(connection, loadKeys(config), readOwnFeed(config.feedDir, config.idsFile), size, began, stop)
    const orgs = 1 + size.units + size.generalBranches + size.branches
    console.log(
      `演示区：${orgs} 个组织，${size.members} 人，${size.days} 天，用时 ${Math.round((Date.now() - began) / 100) / 10} 秒`,
    )
  } finally {
    await connection.close()
  }
}

main().catch((error: Error) => {
  if (error instanceof Stopped) {
    console.log('已停止。演示区没有建成，再运行一次就重新建')
    process.exit(0)
  }
  console.error(`没有建成：${inWords(error)}`)
  process.exit(1)
})
