import fs from 'node:fs'
import path from 'node:path'
import { filesOf, hashOf } from './inputs'
import { type Platform, type Settings, SETUP, settingsOf } from './sources'

/**
 * Where the bundler keeps what it has compiled. It looks at each module's own file by itself; what it does not look at
 * (its setup, packages, settings, the app's and pages' configuration, the tokens that stylesheets are made of) names the
 * folder, so that after a change there nothing old is used.
 */
export function bundlerCache(root: string, platform: Platform, settings: Settings): string {
  const read = filesOf(root, ['src']).filter(it => /\.config\.ts$|^src\/styles\/.*\.ts$/.test(it))
  const key = hashOf(root, [...SETUP, ...read], { settings: settingsOf(settings), node: process.version })
  return path.join(root, '.cache/bundler', platform, key.slice(0, 16))
}

/** Removes what no build will ask for again; one more is kept, as tests and releases are built with different settings in turn. */
export function dropOldCaches(current: string): void {
  const folder = path.dirname(current)
  if (!fs.existsSync(folder)) return
  const others = fs.readdirSync(folder).filter(it => it !== path.basename(current))
  const age = (it: string) => fs.statSync(path.join(folder, it)).mtimeMs
  for (const old of others.sort((a, b) => age(b) - age(a)).slice(1))
    fs.rmSync(path.join(folder, old), { recursive: true })
}

/** Lies in a cache while a build writes there, until what it kept is proved. */
const UNPROVED = 'unproved'

/**
 * Lets `work` use the cache. The bundler notes what a file says once it has compiled it, or what was made of it: of one that
 * was written to in between it would hand out the old for the new in every build to come. So what it kept stays only if
 * nothing that it reads has changed from the beginning of the build to its end, also of a build that was given up.
 * @param look what the bundler reads, as a hash
 */
export async function withBundlerCache<T>(cache: string, look: () => string, work: () => Promise<T>): Promise<T> {
  const unproved = path.join(cache, UNPROVED)
  const drop = () => fs.rmSync(cache, { recursive: true, force: true })
  // Of a build that was killed nobody knows.
  if (fs.existsSync(unproved)) drop()
  fs.mkdirSync(cache, { recursive: true })
  fs.writeFileSync(unproved, '')
  const before = look()
  try {
    return await work()
  } finally {
    if (look() === before) fs.rmSync(unproved, { force: true })
    else drop()
  }
}
