const fs = require('node:fs')

// A loader. Stencil asks flags that say what a component library needs of it, meant to be folded away by whoever bundles; our
// minifier leaves constants in objects alone (config/build-speed.ts), so all of Stencil was kept. Here each flag is written out
// as what Stencil's own table says, and what is never reached falls away (docs/decisions/0123-what-the-web-does-not-bring.md).

/** What each flag is, by Stencil's table. */
function flagsIn(table) {
  return Object.fromEntries([...table.matchAll(/^ *(\w+): (true|false),$/gm)].map(([, name, value]) => [name, value]))
}

/** @throws Error where a flag is asked that the table does not have, or none is */
function withFlags(source, table) {
  const flags = flagsIn(table)
  let asked = 0
  const folded = source.replace(/\bBUILD\.(\w+)/g, (_, name) => {
    if (!(name in flags)) throw new Error(`Stencil 的开关 ${name} 不在它自己的表里，版本可能变了`)
    asked++
    return flags[name]
  })
  if (asked === 0) throw new Error('Stencil 里没有找到开关，它的写法可能变了')
  return folded
}

module.exports = function stencilFlags(source) {
  return withFlags(source, fs.readFileSync(require.resolve('@stencil/core/internal/app-data/index.js'), 'utf8'))
}
module.exports.withFlags = withFlags
