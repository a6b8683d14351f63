import fs from 'node:fs'
import path from 'node:path'
import webpack from 'webpack'
import { Licences } from '../../../config/licences'
import { temporaryRoot, type TemporaryRoot } from './temporary-root'

let at: TemporaryRoot
beforeEach(() => {
  at = temporaryRoot()
  at.write('src/one.js', "import { a } from 'joined'; import b from '@of/scope'; console.log(a, b)")
  library('joined', 'MIT', { LICENSE: 'joined’s words' }, "export { a } from './lib/node_modules/@copied/code/a.js'")
  at.write('node_modules/joined/lib/node_modules/@copied/code/a.js', 'export const a = 1')
  library('@of/scope', 'ISC', { 'license.md': 'words of both' }, "module.exports = require('inner') + 1")
  library('@of/scope/node_modules/inner', 'ISC', { 'LICENCE.txt': 'words of both\r\n' })
  library('written', 'Apache-2.0', {
    LICENSE: 'terms',
    NOTICE: 'whose it is',
    'licenses/LICENSE-part': 'a part’s terms',
  })
  library('not-asked-for', 'nobody knows', {})
})
afterEach(() => fs.rmSync(at.root, { recursive: true }))

function library(
  name: string,
  license: string | undefined,
  words: Record<string, string>,
  code = 'module.exports = 1',
) {
  const folder = `node_modules/${name}`
  fs.rmSync(path.join(at.root, folder, 'package.json'), { force: true })
  const described = { name: name.replace(/^.*node_modules\//, ''), version: '1.2.3', license, sideEffects: false }
  at.write(`${folder}/package.json`, JSON.stringify(described))
  at.write(`${folder}/index.js`, code)
  for (const [file, text] of Object.entries(words)) at.write(`${folder}/${file}`, text)
}

/** @returns the licences @throws what the bundler says */
async function bundle(): Promise<string> {
  const compiler = webpack({
    mode: 'production',
    context: at.root,
    entry: './src/one.js',
    output: { path: path.join(at.root, 'dist') },
    plugins: [new Licences('licences.txt', [path.join(at.root, 'node_modules/written')])],
  })
  await new Promise<void>((resolve, reject) =>
    compiler.run((error, stats) =>
      error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString())) : resolve(),
    ),
  )
  await new Promise(resolve => compiler.close(resolve))
  return at.read('dist/licences.txt')
}

test('every package that the bundle has something of is there with its words, and no other', async () => {
  expect(await bundle()).toBe(
    [
      '@of/scope 1.2.3、inner 1.2.3\nISC\n\nwords of both\n',
      'joined 1.2.3\nMIT\n\njoined’s words\n',
      'written 1.2.3\nApache-2.0\n\nterms\n\nwhose it is\n\na part’s terms\n',
    ].join('\n————————————————————————\n\n'),
  )
})

test.each(['GPL-3.0-only', 'SEE LICENSE IN it', undefined])('a package under %s stops the build', async license => {
  library('@of/scope/node_modules/inner', license, {})
  await expect(bundle()).rejects.toThrow('inner 1.2.3 的许可')
})

test('a package without the words of its licence stops the build', async () => {
  at.remove('node_modules/joined/LICENSE')
  await expect(bundle()).rejects.toThrow('joined 1.2.3 没有许可的原文')
})
