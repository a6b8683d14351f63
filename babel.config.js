const weapp = process.env.TARO_ENV === 'weapp'

// What Taro's components need anyway, custom elements, came with these (docs/decisions/0052-web-floor.md).
const OLDEST_BROWSERS = { chrome: '67', edge: '79', firefox: '68', ios: '12', safari: '12' }

// Polyfills go by names: every `map` and `find` might be an iterator's. Left out are what nothing here calls, and mends of
// rare engine faults; what remains is added where it is used (flatMap, at, fromEntries, matchAll, finally …).
const NOT_NEEDED = [
  /^esnext\./,
  /^web\./,
  // Only `using` would call them, which a helper of Taro's components names.
  /^es\.(suppressed-error|async-iterator|async-disposable-stack|disposable-stack)\./,
  /^es\.(iterator|set|map|weak-map|typed-array|uint8-array|array-buffer|data-view|regexp|json|error|aggregate-error)\./,
  /^es\.(reflect|symbol|math|number|date|function)\./,
  /^es\.array\.(push|unshift|splice|sort|reduce|reverse|includes|index-of|slice|concat|iterator|from|unscopables)/,
  /^es\.string\.(trim|replace$|split|search|match$|iterator)/,
  'es.promise',
  'es.object.to-string',
]

const taro = {
  framework: 'react',
  ts: true,
  compiler: 'webpack5',
  // Libraries reach WeChat as they are published (ES2020), so our own code gains nothing by being older: it only grows.
  targets: weapp ? { chrome: '80', ios: '13.4' } : OLDEST_BROWSERS,
  ignoreBrowserslistConfig: true,
}

const polyfills = {
  useBuiltIns: 'usage',
  corejs: '3.51',
  targets: OLDEST_BROWSERS,
  ignoreBrowserslistConfig: true,
  modules: false,
  exclude: NOT_NEEDED,
}

module.exports = {
  // Taro's preset adds polyfills only as a second library of everything, whatever the browser has.
  presets: [['taro', taro], ...(weapp ? [] : [['@babel/preset-env', polyfills]])],
}
