import { readConfig } from './config'
import { inWords } from '../../domain/text/failure'
import { startService } from './start'
import { Stopped, stopSignal } from './stop'

// The service on its own: `npm start -w server`. `npm start` at the root brings it up beside the app.
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const stop = stopSignal()
  const size = process.env.DEMO_SIZE === 'small' ? 'small' : 'full'
  const { app, close } = await startService(config, size, undefined, stop)
  const leave = () => void close().then(() => process.exit(0))
  if (stop.aborted) return leave()
  stop.addEventListener('abort', leave)
  const address = await app.listen({ host: config.host, port: config.port }).catch(async (error: Error) => {
    // Else the database that was started here would stay behind.
    await close()
    throw error
  })
  console.log(JSON.stringify({ ready: address }))
}

main().catch((error: Error) => {
  if (error instanceof Stopped) process.exit(0)
  console.error(`参与服务没有启动：${inWords(error)}`)
  process.exit(1)
})
