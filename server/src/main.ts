import { readConfig } from './config'
import { inWords } from './failure'
import { startService } from './start'

// The service on its own: `npm start -w server`. `npm start` at the root brings it up beside the app.
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const { app, close } = await startService(config, process.env.DEMO_SIZE === 'small' ? 'small' : 'full')
  let closing = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (closing) return
      closing = true
      void close().then(() => process.exit(0))
    })
  }
  const address = await app.listen({ host: config.host, port: config.port }).catch(async (error: Error) => {
    // Else the database that was started here would stay behind.
    await close()
    throw error
  })
  console.log(JSON.stringify({ ready: address }))
}

main().catch((error: Error) => {
  console.error(`参与服务没有启动：${inWords(error)}`)
  process.exit(1)
})
