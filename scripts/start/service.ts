import type http from 'node:http'
import { inWords } from '../../domain/text/failure'
import type { Rooms } from '../../server/src/features/rooms/rooms'
import type { Progress } from '../build/progress'

/**
 * Starts the participation service and its demo district beside the served app. When it cannot start (no PostgreSQL for
 * this machine, no room), the app goes on without it and the reason is told. `stop` gives the start up. `rooms` are up already.
 */
export async function bringUpService(
  mount: (listener: http.RequestListener) => void,
  address: string,
  progress: Progress,
  stop: AbortSignal,
  rooms: Rooms,
): Promise<{ close(): Promise<void> } | undefined> {
  const began = performance.now()
  progress.doing('页面已经可以用；参与服务正在启动')
  try {
    const { readConfig } = await import('../../server/src/config')
    const { startService } = await import('../../server/src/start')
    const config = readConfig({ LOG_LEVEL: 'warn', ...process.env, DEMO: '1', HOST: '127.0.0.1' })
    const size = process.env.DEMO_SIZE === 'small' ? 'small' : 'full'
    const onSeed = () => progress.doing('页面已经可以用；参与服务正在建演示区，只有这一次')
    const started = await startService(config, size, undefined, stop, onSeed, rooms)
    mount((request, response) => started.app.routing(request, response))
    const seconds = Math.round((performance.now() - began) / 1000)
    progress.done(`  参与服务  ${address}v1/  接口说明 ${address}docs  （演示数据；用时 ${seconds} 秒）`)
    return started
  } catch (error) {
    if (stop.aborted) progress.done('参与服务还没有启动好就停了；演示区没有建成的，下次启动再建')
    else progress.done(`参与服务没有启动，页面照常可用。原因：${inWords(error as Error)}`)
    return undefined
  }
}
