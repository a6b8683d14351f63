import type Chain from 'webpack-chain'

/** Used by this many pages, a module is worth having before the page that is opened. */
const PAGES = 8

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
  // Taro's video element can play live streams; this app has none, and the library for them weighs as much as the app.
  chain.resolve.alias.set('hls.js', false as unknown as string)
}
