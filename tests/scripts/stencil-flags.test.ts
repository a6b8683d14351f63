import fs from 'node:fs'
import { withFlags } from '../../config/stencil-flags'

const TABLE = `const BUILD = {
    slot: true,
    lazyLoad: false,
};
export { BUILD };
`

test('each flag is written out as the table says, and what only passes the table on stays', () => {
  const source = "if (BUILD.lazyLoad && x) a(); b(!!BUILD.slot); export { BUILD } from 'app-data'"
  expect(withFlags(source, TABLE)).toBe("if (false && x) a(); b(!!true); export { BUILD } from 'app-data'")
})

test('a flag that the table does not have stops the build, and so does a Stencil that asks none', () => {
  expect(() => withFlags('BUILD.hydrate', TABLE)).toThrow('hydrate')
  expect(() => withFlags('x()', TABLE)).toThrow('没有找到开关')
})

test('of the Stencil that is installed no flag is left, and nothing but flags is touched', () => {
  const folder = 'node_modules/@stencil/core/internal'
  const source = fs.readFileSync(`${folder}/client/index.js`, 'utf8')
  const folded = withFlags(source, fs.readFileSync(`${folder}/app-data/index.js`, 'utf8'))
  expect(folded).not.toMatch(/\bBUILD\./)
  const without = (text: string) => text.replace(/\bBUILD\.\w+|\b(true|false)\b/g, '')
  expect(without(folded)).toBe(without(source))
})
