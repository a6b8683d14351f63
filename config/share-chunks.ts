import path from 'node:path'
import type Chain from 'webpack-chain'

/** Used by this many pages, a module is worth having before the page that is opened. */
const PAGES = 8

/**
 * What Taro's own parts name and this app never reaches: live streams, the phone's make, JSONP, what browsers older than
 * ours lack (babel.config.js), and a font of icons with its styles (docs/decisions/0123-what-the-web-does-not-bring.md).
 */
const UNUSED = [
  '@tarojs/components/dist/taro-components/taro-components.css',
  'hls.js',
  'platform',
  'jsonp-retry',
  'whatwg-fetch',
  'abortcontroller-polyfill/dist/abortcontroller-polyfill-only',
]

/** Parts of Taro that draw bars which ours hide, and pull down what is not pulled here. `no-bars.js` stands in for them. */
const BARS =
  /[\\/]@tarojs[\\/](router[\\/]dist[\\/](navigationBar|tabbar)|components[\\/]dist[\\/]components[\\/]taro-pull-to-refresh-core)\.js$/

/**
 * What many pages of the web app use (Taro's components, the screen, the stores) is one file beside the app's own.
 * Without it Taro puts a copy of all of it into every page.
 */
export function shareChunks(chain: Chain, { NormalModuleReplacementPlugin }: typeof import('webpack')): void {
  chain.optimization.splitChunks({
    ...chain.optimization.get('splitChunks'),
    cacheGroups: {
      default: false,
      defaultVendors: false,
      shared: { name: 'shared', chunks: 'async', minChunks: PAGES, minSize: 0, enforce: true },
      // What asks questions, joins another phone's records and says what is known uses it.
      scheduling: { name: 'scheduling', chunks: 'async', test: /[\\/]ts-fsrs[\\/]/, minSize: 0, enforce: true },
      // Search and 问总账 look things up by the same rules, a third of either's own script.
      searching: {
        name: 'searching',
        chunks: 'async',
        test: /[\\/]domain[\\/]search[\\/]/,
        minChunks: 2,
        minSize: 0,
        enforce: true,
      },
      // Signed corrections and 换手机 use it: half of either's own script.
      sealing: { name: 'sealing', chunks: 'async', test: /[\\/]tweetnacl[\\/]/, minSize: 0, enforce: true },
    },
  })
  for (const name of UNUSED) chain.resolve.alias.set(name, false as unknown as string)
  chain.module
    .rule('stencilFlags')
    .test(/[\\/]@stencil[\\/]core[\\/]internal[\\/]client[\\/]index\.js$/)
    .enforce('pre')
    .use('flags')
    .loader(path.join(__dirname, 'stencil-flags.js'))
  chain.plugin('noBars').use(NormalModuleReplacementPlugin, [BARS, path.join(__dirname, 'no-bars.js')])
}
