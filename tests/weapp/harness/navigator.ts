import type { Modules } from './modules'
import type { MiniPackage } from './package'
import type { PageInstance } from './page'
import type { Callbacks } from './reply'

/** Pages that WeChat keeps open at most. */
export const STACK_LIMIT = 10

type Options = Callbacks & { url: string; delta?: number }

interface Hosts {
  mini: MiniPackage
  modules: () => Modules
  download(root: string): Promise<void>
  /** Makes the instance and, on tab pages, its tab bar. */
  create(route: string, query: Record<string, string>): PageInstance
  /** Runs after the page has been shown for the first time. */
  soon(run: () => void): void
}

/** The page stack, with WeChat's rules: ten pages, tabs only by switchTab, sub-packages loaded before their pages. */
export class Navigator {
  stack: PageInstance[] = []
  private readonly tabs = new Map<string, PageInstance>()

  constructor(private readonly hosts: Hosts) {}

  get top(): PageInstance {
    const page = this.stack.at(-1)
    if (!page) throw new Error('no page is open')
    return page
  }

  /** The navigation functions of `wx`. */
  api(): Record<string, unknown> {
    return {
      navigateTo: this.asks('navigateTo', async ({ url }) => {
        const { route, query } = this.target(url)
        if (this.isTab(route)) throw new Error(`can not navigateTo a tabbar page`)
        if (this.stack.length >= STACK_LIMIT) throw new Error(`webview count limit exceed`)
        await this.loaded(route)
        this.stack.at(-1)?.call('onHide')
        this.show(route, query)
      }),
      redirectTo: this.asks('redirectTo', async ({ url }) => {
        const { route, query } = this.target(url)
        if (this.isTab(route)) throw new Error(`can not redirectTo a tabbar page`)
        await this.loaded(route)
        this.close(1)
        this.show(route, query)
      }),
      switchTab: this.asks('switchTab', async ({ url }) => this.toTab(this.target(url).route)),
      reLaunch: this.asks('reLaunch', ({ url }) => this.restart(url)),
      navigateBack: this.asks('navigateBack', ({ delta = 1 }) => this.back(delta)),
    }
  }

  /** Opens the first page. */
  async start(url: string): Promise<void> {
    const { route, query } = this.target(url)
    await this.loaded(route)
    this.show(route, query)
  }

  /** Closes every page and opens another. */
  async restart(url: string): Promise<void> {
    const { route, query } = this.target(url)
    await this.loaded(route)
    for (const page of new Set([...this.stack, ...this.tabs.values()])) page.call('onUnload')
    this.stack = []
    this.tabs.clear()
    this.show(route, query)
  }

  /** Closes pages, never the first. */
  async back(delta = 1): Promise<void> {
    if (this.stack.length === 1) throw new Error('cannot navigate back at first page')
    this.close(Math.min(delta, this.stack.length - 1))
    this.top.call('onShow')
  }

  private toTab(route: string): void {
    if (!this.isTab(route)) throw new Error('can not switch to no-tabBar page')
    if (this.top.route === route) return
    if (this.isTab(this.top.route)) this.top.call('onHide')
    this.close(this.stack.filter(page => !this.isTab(page.route)).length)
    const known = this.tabs.get(route)
    if (!known) {
      this.stack = []
      return this.show(route, {})
    }
    this.stack = [known]
    known.call('onShow')
  }

  private show(route: string, query: Record<string, string>): void {
    const page = this.hosts.create(route, query)
    if (this.isTab(route)) this.tabs.set(route, page)
    this.stack.push(page)
    page.call('onLoad', query)
    page.call('onShow')
    this.hosts.soon(() => page.call('onReady'))
  }

  /** Takes pages off the top; tab pages stay in memory. */
  private close(count: number): void {
    for (let i = 0; i < count; i++) {
      const page = this.stack.pop()
      if (page && !this.isTab(page.route)) page.call('onUnload')
    }
  }

  private isTab(route: string): boolean {
    return this.hosts.mini.tabs().includes(route)
  }

  private target(url: string): { route: string; query: Record<string, string> } {
    const [path = '', search = ''] = url.split('?')
    const route = path.replace(/^\/+/, '')
    if (!this.hosts.mini.pages().includes(route)) throw new Error(`page "${route}" is not found`)
    const pairs = search.split('&').filter(Boolean)
    return { route, query: Object.fromEntries(pairs.map(pair => pair.split('=').map(decodeURIComponent))) }
  }

  private loaded(route: string): Promise<void> {
    return this.hosts.download(this.hosts.mini.rootOf(route))
  }

  private asks(name: string, work: (options: Options) => Promise<void>) {
    return async (options: Options): Promise<object> => {
      const result = await work(options).then(
        () => ({ errMsg: `${name}:ok` }),
        (error: Error) => ({ errMsg: `${name}:fail ${error.message}` }),
      )
      const well = result.errMsg.endsWith(':ok')
      if (well) options.success?.(result)
      else options.fail?.(result)
      options.complete?.(result)
      if (!well && !options.fail && !options.complete) throw result
      return result
    }
  }
}
