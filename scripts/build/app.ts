import fs from 'node:fs'
import path from 'node:path'
import { shanghaiDay } from '../../domain/time/day'
import { runStep, TYPESCRIPT } from './child'
import { bundlerCache, dropOldCaches, withBundlerCache } from './bundler-cache'
import { compress } from './compress'
import { copyContent } from './copies'
import { buildFeed, isFeedCurrent, tellFeedCurrent } from './feed'
import { withLock } from './lock'
import { packedOn, soundsLeft } from './media-packages'
import { type Progress, secondsSince } from './progress'
import { publish } from './publish'
import { appInputs, appSources, type Platform, type Settings, settingsOf } from './sources'
import { isCurrent, lastMade, lastSeconds, writeStamp } from './stamp'
import { writeWebManifest } from './web-manifest'

const NAMES: Record<Platform, string> = { h5: '网页', weapp: '小程序包' }

interface Order {
  root: string
  platform: Platform
  /** The environment. */
  settings: Settings
  progress: Progress
  stop?: AbortSignal
}

/**
 * Builds `dist/<platform>`, and the feed before it, unless they are current: made of these sources, settings and packages,
 * and still as they were made. Two at once in one checkout wait for each other.
 * @throws StepFailed with the tool's words, Error where the bundler could not read the checkout's path
 */
export async function buildApp(order: Order): Promise<void> {
  const { root, platform, progress, stop } = order
  requireReadable(root)
  // WeChat's package has the catalog compiled in; the web's needs of the feed only what stands in index.html.
  const current = isFeedCurrent(root)
  const beside = platform === 'h5' && !current
  if (current) tellFeedCurrent(progress)
  else if (!beside) await buildFeed(root, progress, stop)
  const waiting = (pid: number) => progress.doing(`另一个进程（${pid}）正在构建${NAMES[platform]}，等它做完`)
  await withLock(root, platform, waiting, () => (beside ? buildBesideFeed(order) : buildUnlessCurrent(order)), stop)
}

/** To the bundler these end the name of a file: it would find no page, a minute later. */
function requireReadable(root: string): void {
  const [mark] = /[#!?]/.exec(root) ?? []
  if (mark === undefined) return
  throw new Error(`打包工具读不了带“${mark}”的路径，请给文件夹改个名字，或者把项目移到别处：${root}`)
}

async function buildUnlessCurrent(order: Order): Promise<void> {
  const { root, platform, settings } = order
  const inputs = appInputs(root, platform, settings)
  if (isCurrent(root, platform, inputs, [`dist/${platform}`])) return tellCurrent(order)
  tellBuilding(order)
  await build(order, async () => inputs)
}

/**
 * Compiles the feed while the bundler works; that waits for it where it needs it. Where the feed turns out as it was, and
 * so the app too, the bundler is given up.
 */
async function buildBesideFeed(order: Order): Promise<void> {
  const { root, platform, settings, progress, stop } = order
  const sources = appSources(root, platform, settings)
  const ready = path.join(root, 'dist', `.${platform}-${process.pid}.feed`)
  const current = new AbortController()
  const failed = new AbortController()
  const either = AbortSignal.any([current.signal, failed.signal, ...(stop ? [stop] : [])])
  const feed = buildFeed(root, progress, either).then(() => {
    const inputs = appInputs(root, platform, settings, sources)
    if (isCurrent(root, platform, inputs, [`dist/${platform}`])) current.abort()
    else tellBuilding(order)
    fs.writeFileSync(ready, '')
    return inputs
  })
  const app = build({ ...order, stop: either }, () => feed, ready)
  for (const half of [feed, app]) half.catch((error: unknown) => failed.abort(error))
  await Promise.allSettled([feed, app])
  fs.rmSync(ready, { force: true })
  stop?.throwIfAborted()
  if (current.signal.aborted) return tellCurrent(order)
  failed.signal.throwIfAborted()
}

const tellCurrent = ({ platform, progress }: Order): void => progress.done(`${NAMES[platform]}  没有改动`)
const tellBuilding = ({ root, platform, progress }: Order): void =>
  progress.doing(`正在构建${NAMES[platform]}`, lastSeconds(root, platform))

/**
 * @param inputs what it is made of, once that is known
 * @param ready the bundler waits for this file where it needs the feed
 */
async function build(order: Order, inputs: () => Promise<string>, ready = ''): Promise<void> {
  const { root, platform, progress, stop } = order
  const output = `dist/${platform}`
  const began = performance.now()
  const made = `dist/.${platform}-${process.pid}`
  sweep(root, platform)
  try {
    await make(order, made, ready)
    stop?.throwIfAborted()
    publish(path.join(root, made), path.join(root, output))
  } finally {
    fs.rmSync(path.join(root, made), { recursive: true, force: true })
  }
  const seconds = secondsSince(began)
  writeStamp(root, platform, await inputs(), [output], seconds, askedOf(order.settings))
  progress.done(`${NAMES[platform]}  构建好了（${seconds} 秒）`)
}

const askedOf = (settings: Settings): string => JSON.stringify(settingsOf(settings))

/**
 * When the app that lies in `dist/<platform>` was made, in milliseconds since the epoch, whatever has changed since;
 * undefined when none was made with these settings, or it is not whole.
 */
export const lastGoodApp = (root: string, platform: Platform, settings: Settings): number | undefined =>
  lastMade(root, platform, [`dist/${platform}`], askedOf(settings))

/** What a build that was killed has left. */
function sweep(root: string, platform: Platform): void {
  fs.mkdirSync(path.join(root, 'dist'), { recursive: true })
  for (const left of fs.readdirSync(path.join(root, 'dist')).filter(it => it.startsWith(`.${platform}-`)))
    fs.rmSync(path.join(root, 'dist', left), { recursive: true, force: true })
}

/** Number of the sub-package by name of each sound that WeChat's package takes; says how many stay out of reach without a host. */
function packSounds({ root, settings, progress }: Order): Record<string, number> {
  const packed = packedOn(root, shanghaiDay(Date.now()))
  const left = soundsLeft(root, packed)
  if (left > 0 && !settings.MEDIA_BASE_URL)
    progress.done(`小程序包里放不下 ${left} 集声音；要在手机上听到，构建时给 MEDIA_BASE_URL`)
  return packed
}

/** Makes the whole app in the folder `made`. */
async function make(order: Order, made: string, ready: string): Promise<void> {
  const { root, platform, settings, stop } = order
  const failed = `${NAMES[platform]}没有构建成功，原因在上面；dist/${platform} 还是上一次的`
  const cache = bundlerCache(root, platform, settings)
  const packed = platform === 'weapp' ? packSounds(order) : {}
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
  const bundle = () =>
    runStep([require.resolve('@tarojs/cli/bin/taro'), 'build', '--type', platform], {
      cwd: root,
      stop,
      failed,
      env: {
        ...settingsOf(settings),
        NODE_ENV: 'production',
        TARO_ENV: platform,
        BUILD_OUTPUT: made,
        // WeChat's package is made anew: with what was kept, a changed module that sub-packages share came out old (decision 0086).
        BUILD_CACHE: platform === 'weapp' ? '' : cache,
        FEED_READY: ready,
        MEDIA_PACKAGE_OF: JSON.stringify(packed),
        npm_package_version: version,
      },
    })
  // The web's bundler compiles nothing of the feed, which may be made beside it.
  const read = () => (platform === 'h5' ? appSources : appInputs)(root, platform, settings)
  await withBundlerCache(cache, read, bundle)
  dropOldCaches(cache)
  copyContent(root, platform, path.join(root, made), packed)
  if (platform !== 'h5') return
  writeWebManifest(root, path.join(root, made))
  const script = (file: string) =>
    runStep([...TYPESCRIPT, path.join(__dirname, file), made], { cwd: root, stop, failed })
  await Promise.all([script('service-worker.ts'), compress(path.join(root, made), path.join(root, 'dist/feed/br'))])
}
