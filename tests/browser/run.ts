import { spawn } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumOptions } from './chromium'

// `tsx tests/browser/run.ts FILE…`: the browser is unpacked and started once, all files share it.

/** Files at once: each waits for its page as much as it works. */
const TOGETHER = Math.max(2, Math.min(4, os.availableParallelism()))

async function main(): Promise<number> {
  const files = process.argv.slice(2)
  const options = chromiumOptions()
  if (!options) {
    console.log('这台机器没有 Chromium，也不是 Linux x64：浏览器测试没有运行。CHROMIUM=… 指一个')
    // On a machine that is to say whether all is well, what could not be looked at is not well.
    const failed = process.env.CI ? files.length : 0
    console.log(`ℹ pass 0\nℹ fail ${failed}\nℹ skipped ${files.length - failed}`)
    return failed > 0 ? 1 : 0
  }
  const server = await chromium.launchServer(options)
  const tsx = path.join('node_modules', '.bin', 'tsx')
  const child = spawn(tsx, ['--test', `--test-concurrency=${TOGETHER}`, ...files], {
    env: { ...process.env, BROWSER_ENDPOINT: server.wsEndpoint() },
    shell: process.platform === 'win32',
    stdio: 'inherit',
  })
  process.once('SIGTERM', () => child.kill('SIGTERM'))
  const status = await new Promise<number | null>(resolve => child.once('close', resolve))
  await server.close()
  return status ?? 1
}

main().then(
  status => process.exit(status),
  error => {
    console.error(error)
    process.exit(1)
  },
)
