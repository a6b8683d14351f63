/** The service in a process of its own, to be killed, its clock moved by CLOCK_SHIFT milliseconds. Prints its address. */
import { readConfig } from '../../server/src/config'
import { startService } from '../../server/src/start'

const realNow = Date.now
Date.now = () => realNow() + Number(process.env.CLOCK_SHIFT ?? 0)

async function main(): Promise<void> {
  const { app } = await startService(readConfig(process.env), 'small')
  console.log(`listening ${await app.listen({ host: '127.0.0.1', port: 0 })}`)
}
void main()
