/** The service in a process of its own, to be killed. Prints its address. */
import { readConfig } from '../../server/src/config'
import { startService } from '../../server/src/start'
import { testFeed } from './feed'

async function main(): Promise<void> {
  const { app, close } = await startService(readConfig(process.env), 'small', testFeed())
  process.once('SIGTERM', () => void close().then(() => process.exit(0)))
  console.log(`listening ${await app.listen({ host: '127.0.0.1', port: 0 })}`)
}
void main()
