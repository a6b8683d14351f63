import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

// A closed network must not be knocked at; audio has to play without a finger.
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--autoplay-policy=no-user-gesture-required',
]

/**
 * The machine's own Chromium if there is one, else (Linux x64) the one that npm brought.
 * @param more flags on top of ours
 * @returns undefined where there is neither: browser tests are then reported as skipped.
 */
export async function launchChromium(more: string[] = []): Promise<Browser | undefined> {
  const own = [process.env.CHROMIUM, ...SYSTEM].find(file => file && fs.existsSync(file))
  if (own) return chromium.launch({ executablePath: own, args: [...FLAGS, ...more] })
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const { executablePath, args, libraries } = await bundledChromium()
  return chromium.launch({
    executablePath,
    args: [...new Set([...args, ...FLAGS, ...more])],
    env: { ...(process.env as Record<string, string>), LD_LIBRARY_PATH: libraries },
  })
}

interface Bundled {
  executablePath: string
  args: string[]
  /** A bare Debian lacks NSS; the package carries it for another distribution. */
  libraries: string
}

async function bundledChromium(): Promise<Bundled> {
  const bundled = (await import('@sparticuz/chromium')).default
  const home = path.dirname(require.resolve('@sparticuz/chromium/package.json'))
  const { inflate } = (await import(path.join(home, 'build/esm/lambdafs.js'))) as {
    inflate(file: string): Promise<string>
  }
  await inflate(path.join(home, 'bin/al2023.tar.br'))
  const executablePath = await bundled.executablePath()
  const libraries = path.join(os.tmpdir(), 'al2023/lib')
  const check = spawnSync(executablePath, ['--version'], { env: { ...process.env, LD_LIBRARY_PATH: libraries } })
  if (check.status !== 0) throw new Error(`Chromium from npm does not start: ${check.stderr}`)
  return { executablePath, args: bundled.args, libraries }
}
