import fs from 'node:fs'
import path from 'node:path'
import type { MiniPackage } from './package'
import type { Sandbox } from './sandbox'

/** What a file hands to `Page`, `Component` or `App`. */
export type Config = Record<string, unknown>

interface Hosts {
  /** Free names of every file: wx, getApp, getCurrentPages … */
  names: Record<string, unknown>
  /** Resolves once a sub-package is on the phone. */
  download(root: string): Promise<void>
}

/** CommonJS as WeChat has it: no file of an unloaded sub-package, and `require.async` for those. */
export class Modules {
  app: Config | undefined
  private readonly pages = new Map<string, Config>()
  private readonly components = new Map<string, Config>()
  private readonly known = new Map<string, { exports: unknown }>()
  private running = ''

  constructor(
    private readonly mini: MiniPackage,
    private readonly sandbox: Sandbox,
    private readonly hosts: Hosts,
  ) {}

  /** Runs `app.js`. */
  start(): Config {
    this.load('app.js', '')
    if (!this.app) throw new Error('app.js did not call App()')
    return this.app
  }

  /** What the file of a page gave to `Page()`; its components are registered first, as WeChat does. */
  page(route: string): Config {
    const settings = JSON.parse(fs.readFileSync(this.mini.open(`${route}.json`), 'utf8')) as {
      usingComponents?: Record<string, string>
    }
    for (const component of Object.values(settings.usingComponents ?? {}))
      this.load(`${path.posix.join(path.posix.dirname(route), component)}.js`, route)
    this.load(`${route}.js`, '')
    const config = this.pages.get(route)
    if (!config) throw new Error(`${route}.js did not call Page()`)
    return config
  }

  component(route: string): Config | undefined {
    this.load(`${route}.js`, '')
    return this.components.get(route)
  }

  private load(file: string, from: string): unknown {
    const known = this.known.get(file)
    if (known) return known.exports
    const module = { exports: {} as unknown }
    const code = fs.readFileSync(this.mini.open(file), 'utf8')
    this.known.set(file, module)
    const before = this.running
    this.running = file.replace(/\.js$/, '')
    const registered = {
      App: (config: Config) => (this.app = config),
      Page: (config: Config) => this.pages.set(this.running, config),
      Component: (config: Config) => this.components.set(this.running, config),
      Behavior: (config: Config) => config,
    }
    const names = {
      require: this.requireFrom(file),
      module,
      exports: module.exports,
      ...registered,
      ...this.hosts.names,
    }
    try {
      this.sandbox.compile(code, file, Object.keys(names))(...Object.values(names))
    } catch (error) {
      this.known.delete(file)
      throw from ? new Error(`${from} → ${file}: ${String(error)}`, { cause: error }) : error
    } finally {
      this.running = before
    }
    return module.exports
  }

  private requireFrom(from: string) {
    const fileOf = (id: string) => {
      const file = path.posix.join(path.posix.dirname(from), id)
      return file.endsWith('.js') ? file : `${file}.js`
    }
    const require = (id: string) => {
      const file = fileOf(id)
      const root = this.mini.rootOf(file)
      if (root !== '' && root !== this.mini.rootOf(from))
        throw new Error(`module '${file}' is not defined, require args is '${id}'`)
      return this.load(file, from)
    }
    return Object.assign(require, {
      async: async (id: string) => {
        await this.hosts.download(this.mini.rootOf(fileOf(id)))
        return this.load(fileOf(id), from)
      },
    })
  }
}
