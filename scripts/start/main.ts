import fs from 'node:fs'
import { inWords } from '../../domain/text/failure'
import { formatMinute } from '../../domain/time/format'
import { buildApp, lastGoodApp } from '../build/app'
import { failureWords } from '../build/failure'
import { ContentFailed } from '../build/feed'
import type { Settings } from '../build/sources'
import { lanHost, lanPort, noLan, openLan, tellLan, tellMoved, watchHost } from './lan'
import { freePort } from './port'
import { bringUpRooms } from './rooms'
import { bringUpService } from './service'
import { serveApp } from './static-server'
import { stopAsked } from './stop'
import { tellProgress } from './terminal'

// `npm start`: build what changed, serve the app, say where; then the participation service with its demo district.
const HOST = '127.0.0.1'
const root = process.cwd()
const began = performance.now()
const stop = stopAsked()
const progress = tellProgress(process.stdout)

async function main(): Promise<void> {
  refuseStrange(process.argv.slice(2))
  const port = await freePort(HOST, process.env.PORT)
  const lan = process.argv.includes('--lan') ? { port: await lanPort(), host: lanHost() } : undefined
  // Media that was built but is not in the repository is served from dist/media beside the app.
  const settings = { MEDIA_BASE_URL: fs.existsSync('dist/media') ? './media' : '', ...process.env }
  await buildApp({ root, platform: 'h5', settings, progress, stop }).catch((error: Error) => serveOld(error, settings))
  const { address, close, mount, mountRooms } = await serveApp(root, port, HOST, tellTrouble)
  const seconds = Math.round((performance.now() - began) / 1000)
  progress.done(`\n  在浏览器里打开  ${address}  （用时 ${seconds} 秒）\n  停止：按 Ctrl+C\n`)
  const open = lan?.host === undefined ? undefined : await openLan(root, lan.port, lan.host, tellTrouble)
  const rooms = await bringUpRooms(
    [mountRooms, ...(open ? [open.mountRooms] : [])],
    open && `${open.address}room`,
    Number(new URL(address).port),
  )
  if (open) tellLan(open, address, progress)
  else if (lan) noLan(progress)
  const unwatch =
    open &&
    watchHost(lan!.host!, host => {
      const moved = new URL(open.address)
      moved.hostname = host
      rooms.rooms.moveTo(`${moved}room`)
      tellMoved(`${moved}`, progress)
    })
  const service = bringUpService(mount, address, progress, stop, rooms.rooms)
  await new Promise(resolve => (stop.aborted ? resolve(undefined) : stop.addEventListener('abort', resolve)))
  unwatch?.()
  progress.doing('正在停止')
  // A room tells its phones that it stops, so that they come back to the next one.
  await Promise.all([close(), open?.close(), rooms.close()])
  await (await service)?.close()
}

/** An error in the content must not take away what was there before it: the last good app is served, and said to be that. */
function serveOld(error: Error, settings: Settings): void {
  const made = error instanceof ContentFailed ? lastGoodApp(root, 'h5', settings) : undefined
  if (made === undefined) throw error
  progress.end()
  console.error(failureWords(error, root))
  progress.done(
    `\n  注意：下面打开的是 ${formatMinute(made)} 做好的旧网页（dist/h5），没有这以后的改动。\n` +
      '  照上面每一行改好以后，按 Ctrl+C 停下，再运行一次 npm start。',
  )
}

/** A misspelt `--lan` would be a start that no phone can reach, found out in the meeting. */
function refuseStrange(words: string[]): void {
  const strange = words.filter(it => it !== '--lan')
  if (strange.length === 0) return
  console.error(`不认识的参数 ${strange.join(' ')}；应当是 --lan，或什么都不写`)
  process.exit(2)
}

const told = new Set<string>()

/** Each kind is said once: where one file cannot be opened, a hundred cannot. */
function tellTrouble(error: NodeJS.ErrnoException): void {
  const kind = error.code ?? error.message
  if (!told.has(kind)) progress.done(`有的文件发不出去：${inWords(error)}`)
  told.add(kind)
}

main().then(
  () => leave(0),
  (error: Error) => {
    if (stop.aborted) return leave(0)
    progress.end()
    console.error(failureWords(error, root))
    process.exit(1)
  },
)

function leave(code: number): void {
  progress.done('已停止')
  process.exit(code)
}
