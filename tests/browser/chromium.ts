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
 * The one that npm brought (Linux x64), so that every machine tests with the same; it has no windows to draw and is twice as
 * fast as an installed one. Elsewhere, or with `CHROMIUM`, one of the machine's own.
 * @param more flags on top of ours
 * @returns undefined where there is none: browser tests are then reported as skipped.
 * @throws when the one that npm brought does not start and the machine has no other
 */
export async function launchChromium(more: string[] = []): Promise<Browser | undefined> {
  const chosen = process.env.CHROMIUM
  const own = [chosen, ...SYSTEM].find(file => file && fs.existsSync(file))
  const args = [...FLAGS, ...more]
  if (!chosen && process.platform === 'linux' && process.arch === 'x64') {
    try {
      const { executablePath, libraries } = await bundledChromium()
      // Not the flags it recommends: they are for a function that opens one page (one process, no web security).
      const env = { ...(process.env as Record<string, string>), LD_LIBRARY_PATH: libraries }
      return await chromium.launch({ executablePath, args, env })
    } catch (error) {
      if (!own) throw error
    }
  }
  return own ? chromium.launch({ executablePath: own, args }) : undefined
}

interface Bundled {
  executablePath: string
  /** A bare Debian lacks NSS; the package carries it for another distribution. */
  libraries: string
}

async function bundledChromium(): Promise<Bundled> {
  const bundled = (await import('@sparticuz/chromium')).default
  // Its package.json is not exported; its entry is build/cjs/index.cjs.
  const home = path.resolve(require.resolve('@sparticuz/chromium'), '../../..')
  const { inflate } = (await import(path.join(home, 'build/esm/lambdafs.js'))) as {
    inflate(file: string): Promise<string>
  }
  await inflate(path.join(home, 'bin/al2023.tar.br'))
  const executablePath = await bundled.executablePath()
  const libraries = path.join(os.tmpdir(), 'al2023/lib')
  const check = spawnSync(executablePath, ['--version'], { env: { ...process.env, LD_LIBRARY_PATH: libraries } })
  if (check.status !== 0) throw new Error(`Chromium from npm does not start: ${check.stderr}`)
  return { executablePath, libraries }
}
