import { hashOf, NODE, TOOLS } from './inputs'

export type Platform = 'weapp' | 'h5'
/** From the environment; what else stands there does not matter. */
export type Settings = Readonly<Record<string, string | undefined>>

/** What the compiler of the feed reads, and what it writes. */
export const FEED = {
  inputs: ['content', 'domain', 'scripts/feed', ...TOOLS],
  outputs: ['dist/feed', 'dist/errata.json'],
}

/** How the bundler is set up. */
export const SETUP = ['config', 'babel.config.js', ...TOOLS]
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
