import { readConfig } from '../config'
import { inWords } from '../../../domain/text/failure'
import { migrate } from '../database/migrate'
import { openDatabase } from '../start'

// `npm run migrate`: a step of its own before a new version starts.
async function main(): Promise<void> {
  const connection = await openDatabase(readConfig(process.env))
  try {
    const applied = connection.embedded ? [] : await migrate(connection.pool)
    console.log(applied.length > 0 ? `已应用：${applied.join('，')}` : '数据库结构已是最新')
  } finally {
    await connection.close()
  }
}

main().catch((error: Error) => {
  console.error(`迁移失败：${inWords(error)}`)
  process.exit(1)
})
