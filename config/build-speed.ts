import os from 'node:os'
import type Chain from 'webpack-chain'
import type { Compiler } from 'webpack'

/** Taro's reporters ask twice for all there is to know of every module, a third of the whole build, and show errors and warnings only. */
const shortStats = (compiler: Compiler): void =>
  compiler.hooks.compilation.tap('ShortStats', compilation =>
    compilation.hooks.statsNormalize.tap({ name: 'ShortStats', stage: -100 }, options =>
      Object.assign(options, { all: false, errors: true, warnings: true }),
    ),
  )

/** What makes builds quick, and those from the bundler's cache right. */
export function speedUp(chain: Chain): void {
  chain.plugin('ShortStats').use({ apply: shortStats })
  // The bundler waits while scripts are made small, so its processor is free too; left alone the step takes one less than all.
  const terser = chain.optimization.minimizer('terserPlugin').get('plugin') as { getAvailableNumberOfCores?: unknown }
  terser.getAvailableNumberOfCores = () => os.availableParallelism()
  // What was kept of a file counts while the file says the same: a date can be the same by accident, or be put back.
  const snapshot = { module: { hash: true }, resolve: { hash: true } }
  chain.merge({ snapshot } as Parameters<Chain['merge']>[0])
}
