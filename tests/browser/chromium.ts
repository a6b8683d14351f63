import fs from 'node:fs'
import { chromium, type Browser, type LaunchOptions } from 'playwright-core'
import { bundledChromium } from './bundled-chromium'
import { fontsFile } from './fonts'

/** Unpacked and written once a checkout. */
const CACHE = '.cache/browser'

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
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

/** Whether the machine has room for what the browser's processes share; a container has 64 MB unless it is told, and files are slower. */
const sharedMemory = (): boolean => {
  try {
    const { bsize, bavail } = fs.statfsSync('/dev/shm')
    return bsize * bavail > 2 ** 30
  } catch {
    return false
  }
}

/** Whether npm brought a browser that runs here: then no other is taken, so that all machines test with the same. */
const bundled = (): boolean => process.platform === 'linux' && process.arch === 'x64'

/**
 * How the browser is started: the one that npm brought (Linux x64; it has no windows to draw and is twice as fast as an
 * installed one), with our fonts. `CHROMIUM` names another; elsewhere it is one of the machine's own.
 * @returns undefined where there is none at all
 * @throws when `CHROMIUM` names nothing, or the one that npm brought does not start
 */
export function chromiumOptions(more: string[] = []): LaunchOptions | undefined {
  const chosen = process.env.CHROMIUM
  if (chosen && !fs.existsSync(chosen)) throw new Error(`CHROMIUM=${chosen} is not there`)
  const env: Record<string, string> = {
    ...(process.env as Record<string, string>),
    FONTCONFIG_FILE: fontsFile(CACHE),
    // Without a locale that knows it a file with a Chinese name is saved as `download`.
    LC_ALL: 'C.UTF-8',
    LANG: 'C.UTF-8',
  }
  // Not the flags that the package recommends: they are for a function that opens one page (one process, no web security).
  const args = [...FLAGS, ...more]
  if (!chosen && bundled()) {
    const { executablePath, libraries } = bundledChromium(CACHE)
    return { executablePath, args, env: { ...env, LD_LIBRARY_PATH: libraries } }
  }
  const executablePath = chosen ?? SYSTEM.find(file => fs.existsSync(file))
  return executablePath ? { executablePath, args, env } : undefined
}

/**
 * @param more flags on top of ours
 * @throws Error where there is no browser
 */
export async function launchChromium(more: string[] = []): Promise<Browser> {
  const options = chromiumOptions(more)
  if (!options) throw new Error('这台机器没有 Chromium，也不是 Linux x64；CHROMIUM=… 指一个')
  return chromium.launch({ ...options, ignoreDefaultArgs: sharedMemory() ? ['--disable-dev-shm-usage'] : [] })
}
