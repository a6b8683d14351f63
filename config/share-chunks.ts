import type Chain from 'webpack-chain'

/** Used by this many pages, a module is worth having before the page that is opened. */
const PAGES = 8

/**
 * Libraries that Taro's own parts name and this app never reaches: live streams, the phone's make, JSONP, and what browsers
 * older than ours lack (babel.config.js).
 */
const UNUSED = [
  'hls.js',
  'platform',
  'jsonp-retry',
  'whatwg-fetch',
  'abortcontroller-polyfill/dist/abortcontroller-polyfill-only',
]

/**
 * What many pages of the web app use (Taro's components, the screen, the stores) is one file beside the app's own.
 * Without it Taro puts a copy of all of it into every page.
 */
export function shareChunks(chain: Chain): void {
  chain.optimization.splitChunks({
    ...chain.optimization.get('splitChunks'),
    cacheGroups: {
      default: false,
      defaultVendors: false,
      shared: { name: 'shared', chunks: 'async', minChunks: PAGES, minSize: 0, enforce: true },
    },
  })
  for (const name of UNUSED) chain.resolve.alias.set(name, false as unknown as string)
}
