import fs from 'node:fs'
import path from 'node:path'
import { filesOf, hashOf, NODE, TOOLS } from './inputs'

export type Platform = 'weapp' | 'h5'
/** From the environment; what else stands there does not matter. */
export type Settings = Readonly<Record<string, string | undefined>>

/** What the compiler of the feed reads, and what it writes. */
export const FEED = {
  inputs: ['content', 'domain', 'scripts/feed', ...TOOLS],
  outputs: ['dist/feed', 'dist/errata.json'],
}

/** How the bundler is set up. */
const SETUP = ['config', 'babel.config.js', ...TOOLS]
const APP = [
  'src',
  'domain',
  'types',
  'content/media',
  'content/schedule.yml',
  'content/covers',
  'scripts/build',
  ...SETUP,
]

/** Settings that end up in the app (config/index.ts). */
const SETTINGS = ['MEDIA_BASE_URL', 'SERVICE_URL', 'ERRATA_URL', 'SPEECH_PLUGIN']

export const feedInputs = (root: string): string => hashOf(root, FEED.inputs, { node: NODE })

/** What an app is made of beside the feed; to be asked before its build begins, as somebody may write on meanwhile. */
export const appSources = (root: string, platform: Platform, settings: Settings): string =>
  hashOf(root, APP, { platform, settings: settingsOf(settings), node: NODE })

/** What an app is made of: `sources`, and the feed that lies there now. */
export const appInputs = (
  root: string,
  platform: Platform,
  settings: Settings,
  sources = appSources(root, platform, settings),
): string => hashOf(root, FEED.outputs, sources)

/** Only these, each with a value: one that is not set is as good as empty. */
export const settingsOf = (settings: Settings): Record<string, string> =>
  Object.fromEntries(SETTINGS.map(name => [name, settings[name] ?? '']))

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
