import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { stopSignal } from '../../server/src/stop'
import { bringUpService } from './service'
import { serveApp } from './static-server'

// `npm start`: build the web app from the feed, serve it, say where; then the participation service with its demo district.
const root = process.cwd()
const port = Number(process.env.PORT ?? 8080)
const began = Date.now()

// Media that was built but is not in the repository is served from dist/media beside the app.
const env = { MEDIA_BASE_URL: fs.existsSync('dist/media') ? './media' : '', ...process.env }
const build = spawnSync('npm', ['run', '--silent', 'build:h5'], {
  env,
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
if (build.status !== 0) process.exit(build.status ?? 1)

async function main(): Promise<void> {
  try {
    const { address, close, mount } = await serveApp(root, port)
    console.log(`\ne起学党史  ${address}  （用时 ${Math.round((Date.now() - began) / 1000)} 秒；按 Ctrl+C 停止）`)
    const stop = stopSignal()
    const service = bringUpService(mount, address, stop)
    stop.addEventListener('abort', async () => {
      await close()
      await (await service)?.close()
      process.exit(0)
    })
  } catch (error) {
    console.error((error as Error).message)
    process.exit(1)
  }
}

void main()
