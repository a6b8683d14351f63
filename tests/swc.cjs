// How jest makes plain JavaScript of what it runs (docs/decisions/0007-tests-runners.md).
const { createHash } = require('node:crypto')
const fs = require('node:fs')
const swc = require('@swc/core')

const OWN = fs.readFileSync(__filename, 'utf8')

const optionsFor = filename => ({
  filename,
  configFile: false,
  swcrc: false,
  sourceMaps: true,
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    parser: /\.tsx?$/.test(filename)
      ? { syntax: 'typescript', tsx: filename.endsWith('x') }
      : { syntax: 'ecmascript', jsx: true },
    // Calls of `jest.mock` go above imports, as Babel's plugin has it.
    transform: { react: { runtime: 'automatic' }, hidden: { jest: true } },
  },
})

module.exports = {
  process: (source, filename) => swc.transformSync(source, optionsFor(filename)),
  getCacheKey: (source, filename, { configString }) =>
    createHash('sha256')
      .update([OWN, swc.version, configString, filename, source].join('\0'))
      .digest('hex')
      .slice(0, 32),
}
