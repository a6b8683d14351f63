// How jest makes plain JavaScript of what it runs (docs/decisions/0007-tests-runners.md).
const { createTransformer } = require('babel-jest').default

const babel = createTransformer({
  configFile: false,
  babelrc: false,
  presets: [
    ['@babel/preset-env', { targets: { node: 'current' } }],
    ['@babel/preset-react', { runtime: 'automatic' }],
    '@babel/preset-typescript',
  ],
})

module.exports = {
  ...babel,
  // A project's settings change nothing of what comes out: what one has made is there for the other.
  getCacheKey: (source, filename, options) => babel.getCacheKey(source, filename, { ...options, configString: '' }),
}
