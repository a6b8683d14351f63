import fs from 'node:fs'
import path from 'node:path'
import webpack from 'webpack'
import { SNAPSHOT } from '../../../config/build-speed'
import { withBundlerCache } from '../../../scripts/build/bundler-cache'
import { hashOf } from '../../../scripts/build/inputs'
import { temporaryRoot, type TemporaryRoot } from './temporary-root'

let at: TemporaryRoot
beforeEach(() => (at = temporaryRoot()))
afterEach(() => fs.rmSync(at.root, { recursive: true }))

const inRoot = (name: string) => path.join(at.root, name)

describe('a bundler with our settings', () => {
  /** Reads a file of its own, as Sass reads what a stylesheet uses; while it works somebody may write to that. */
  const LOADER = `const fs = require('node:fs')
    module.exports = function () {
      const part = this.resourcePath + '.part'
      this.addDependency(part)
      const said = fs.readFileSync(part, 'utf8')
      if (fs.existsSync(part + '.next')) fs.renameSync(part + '.next', part)
      return 'module.exports = ' + JSON.stringify(said) + ' + require("library")'
    }`

  beforeEach(() => {
    at.write('src/one.js', '')
    at.write('loader.js', LOADER)
    library('of the library')
  })

  function library(says: string): void {
    at.write('node_modules/library/package.json', '{"name":"library","version":"1.0.0"}')
    at.write('node_modules/library/index.js', `module.exports = ' ${says}'`)
  }

  async function bundle(): Promise<string> {
    const compiler = webpack({
      // As of a checkout's own packages; elsewhere webpack looks at the files by itself.
      snapshot: Object.assign({ managedPaths: [inRoot('node_modules')] }, SNAPSHOT),
      mode: 'production',
      context: at.root,
      entry: './src/one.js',
      target: 'node',
      output: { path: inRoot('dist'), filename: 'one.js', library: { type: 'commonjs2' } },
      module: { rules: [{ test: /one\.js$/, use: inRoot('loader.js') }] },
      cache: { type: 'filesystem', cacheDirectory: inRoot('cache') },
    })
    const end = () =>
      new Promise<void>((resolve, reject) => compiler.close(error => (error ? reject(error) : resolve())))
    await new Promise<void>((resolve, reject) =>
      compiler.run((error, stats) => (error || stats?.hasErrors() ? reject(error ?? stats?.toString()) : resolve())),
    )
    await end()
    return at.read('dist/one.js')
  }
  const build = () => withBundlerCache(inRoot('cache'), () => hashOf(at.root, ['src']), bundle)

  it('hands out what it kept while nothing changed', async () => {
    at.write('src/one.js.part', 'first')
    expect(await build()).toContain('first')
    const kept = fs.readdirSync(inRoot('cache'), { recursive: true })
    expect(kept.length).toBeGreaterThan(1)
    expect(await build()).toContain('first')
    at.write('src/one.js.part', 'second')
    expect(await build()).toContain('second')
  })

  it('does not hand out the old for what was written to while it worked', async () => {
    at.write('src/one.js.part', 'old')
    at.write('src/one.js.part.next', 'new')
    expect(await build()).toContain('old')
    expect(at.read('src/one.js.part')).toBe('new')
    expect(await build()).toContain('new')
  })

  it('sees a package that changed and kept its version', async () => {
    at.write('src/one.js.part', 'one')
    expect(await build()).toContain('of the library')
    library('mended by hand')
    expect(await build()).toContain('mended by hand')
  })
})

describe('what the bundler kept', () => {
  const cache = () => inRoot('cache')
  const kept = () => fs.existsSync(path.join(cache(), 'kept'))
  const write = async () => at.write('cache/kept')

  it('stays when nothing changed meanwhile, also when the build was given up', async () => {
    await withBundlerCache(cache(), () => 'same', write)
    const givenUp = withBundlerCache(
      cache(),
      () => 'same',
      () => Promise.reject(new Error('stopped')),
    )
    await expect(givenUp).rejects.toThrow('stopped')
    expect(kept()).toBe(true)
    await withBundlerCache(
      cache(),
      () => 'same',
      async () => expect(kept()).toBe(true),
    )
    expect(fs.readdirSync(cache())).toEqual(['kept'])
  })

  it('goes when something changed meanwhile, also when the build was given up', async () => {
    let state = 0
    for (const end of [() => undefined, () => Promise.reject(new Error('stopped'))]) {
      const build = withBundlerCache(
        cache(),
        () => String(state),
        async () => {
          await write()
          state += 1
          await end()
        },
      )
      await build.catch(() => undefined)
      expect(fs.existsSync(cache())).toBe(false)
    }
  })

  it('goes when the build before was killed: nobody knows what changed', async () => {
    at.write('cache/kept')
    at.write('cache/unproved')
    await withBundlerCache(
      cache(),
      () => 'same',
      async () => expect(kept()).toBe(false),
    )
    expect(fs.readdirSync(cache())).toEqual([])
  })
})
