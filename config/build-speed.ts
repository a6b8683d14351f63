import type { JsMinifyOptions } from '@swc/core'
import TerserPlugin from 'terser-webpack-plugin'
import type Chain from 'webpack-chain'
import type { Compiler } from 'webpack'

/** Taro's reporters ask twice for all there is to know of every module, a third of the whole build, and show errors and warnings only. */
const shortStats = (compiler: Compiler): void =>
  compiler.hooks.compilation.tap('ShortStats', compilation =>
    compilation.hooks.statsNormalize.tap({ name: 'ShortStats', stage: -100 }, options =>
      Object.assign(options, { all: false, errors: true, warnings: true }),
    ),
  )

/** Scripts are made small by SWC, in threads of its own (docs/decisions/0082-swc-makes-scripts-small.md). */
const minifier = () =>
  new TerserPlugin<JsMinifyOptions>({
    minify: TerserPlugin.swcMinify,
    parallel: false,
    extractComments: false,
    terserOptions: {
      // Newer words than those of our oldest browsers (babel.config.js) it must not bring in.
      ecma: 2018,
      // Nothing of Taro's runtime and nothing of ours reads the names of functions.
      keep_fnames: false,
      // Constants that stand in an object for a test of the package to change (src/feed/media.ts) are not written out.
      compress: { hoist_props: false },
      // JSON in WeChat's main package would double in size if it were escaped to \uXXXX.
      format: { comments: false, asciiOnly: false },
    },
  })

/**
 * What was kept of a file counts while the file says the same: a date can be the same by accident, or be put back. So too in
 * packages, where webpack would go by their version (docs/decisions/0086-what-the-bundler-kept-is-proved.md).
 */
export const SNAPSHOT = { managedPaths: [] as string[], module: { hash: true }, resolve: { hash: true } }

/** What makes builds quick, and those from the bundler's cache right. */
export function speedUp(chain: Chain): void {
  chain.plugin('ShortStats').use({ apply: shortStats })
  chain.optimization.minimizer('terserPlugin').use(minifier())
  chain.merge({ snapshot: SNAPSHOT } as Parameters<Chain['merge']>[0])
}
