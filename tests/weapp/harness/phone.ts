import fs from 'node:fs'
import { createSandbox } from './sandbox'
import { PhoneAudio } from './audio'
import { canvasApi, type Drawn } from './canvas'
import { VirtualClock } from './clock'
import { downloadApi, type Host } from './download'
import { fileSystem, PhoneFiles } from './files'
import { heightOf, rectsOf, WINDOW } from './layout'
import { Modules, type Config } from './modules'
import { Navigator } from './navigator'
import { type Answer, networkApi } from './network'
import { PhoneRecorder } from './microphone'
import { MiniPackage } from './package'
import { createInstance, type PageInstance } from './page'
import { IntersectionObservers } from './observer'
import { selectorQuery } from './query'
import { Recorder } from './recorder'
import { hearRejections, stopHearing } from './rejections'
import { Replies, type Callbacks } from './reply'
import { PhoneStorage, storageApi } from './storage'
import { systemApi, type PrivacyTold, type System, type Theme } from './system'
import { type Peer, socketApi } from './socket'
import { readTemplates } from './templates'
import { renderTree, select, type ViewNode } from './tree'

export interface PhoneOptions {
  storage?: PhoneStorage
  theme?: Theme
  fontSizeSetting?: number
  /** Sub-packages cannot be downloaded. */
  offline?: boolean
  /** Milliseconds since the epoch. */
  now?: number
  files?: PhoneFiles
  /** What `downloadFile` finds; nothing unless a test says so. */
  host?: Host
  /** What servers answer; without it nobody does. */
  answer?: Answer
  /** Hears of each WebSocket that is opened; without it none can be. */
  socket?: (peer: Peer) => void
  /** WeChat's number for how the app was opened. */
  scene?: number
}

/** Opened from 朋友圈: one page, without storage of its own, login or anywhere to go. */
export const SINGLE_PAGE = 1154
const NOT_THERE = /storage|^navigate|^redirectTo|^switchTab|^reLaunch|^login/i

/** Eight in the morning in Shanghai, in the first week of the schedule. */
export const MORNING = Date.parse('2026-11-24T08:00:00+08:00')

/** A phone with a compiled mini-program on it. What a person does with it is in gestures.ts. */
export class Phone {
  /** Everything that went wrong: exceptions, console errors, rejections nobody heard. */
  readonly faults: string[] = []
  readonly recorder = new Recorder()
  readonly clock: VirtualClock
  readonly mini: MiniPackage
  readonly storage: PhoneStorage
  readonly files: PhoneFiles
  readonly sounds: PhoneAudio[] = []
  /** Goes on while the app is hidden. */
  background?: PhoneAudio
  readonly microphone: PhoneRecorder
  /** Files that were sent to a chat. */
  readonly shared: { name: string; bytes: Buffer }[] = []
  /** Pictures in the phone's album. */
  readonly album: Drawn[] = []
  /** The file that lies in a chat: what `wx.chooseMessageFile` gives; without one the member turns back. */
  inChats: { name: string; bytes: Buffer } | undefined
  /** What a film was told last, and the page on which it was found. */
  film?: { route: string; told: string }
  host: Host
  private readonly modules: Modules
  private readonly navigator: Navigator
  readonly system: System
  private readonly observers: IntersectionObservers
  private readonly templates
  private app: Config = {}
  private readonly onRejection = (reason: unknown) => this.fault(reason)

  constructor(
    private readonly folder: string,
    private readonly options: PhoneOptions = {},
  ) {
    const { storage = new PhoneStorage(), theme = 'light', fontSizeSetting = 17, now = MORNING } = options
    this.storage = storage
    this.files = options.files ?? new PhoneFiles()
    this.host = options.host ?? (() => 404)
    this.clock = new VirtualClock(now, error => this.fault(error))
    this.mini = new MiniPackage(folder)
    this.templates = readTemplates(folder)
    this.observers = new IntersectionObservers(() => ({ page: this.page, root: this.root }), this.clock)
    const { offline = false } = options
    this.system = {
      theme,
      fontSizeSetting,
      onTheme: new Set(),
      offline,
      onNetwork: new Set(),
      onPrivacy: new Set(),
      screenOn: false,
      calendar: [],
      refused: new Set(),
    }
    this.microphone = new PhoneRecorder(this.clock, this.files, () => this.system.refused.has('record'))
    const replies = new Replies(this.clock)
    const download = (root: string) => this.download(root)
    this.navigator = new Navigator({
      mini: this.mini,
      modules: () => this.modules,
      download,
      create: (route, query) => this.create(route, query),
      soon: run => void this.clock.schedule(run, 16),
    })
    const sandbox = createSandbox(this.clock, (level, words) => {
      if (level === 'error') this.fault(words.map(String).join(' '))
    })
    const wx = this.wx(replies)
    const names = { wx, getApp: () => this.app, getCurrentPages: () => this.navigator.stack.slice() }
    this.modules = new Modules(this.mini, sandbox, { names, download })
    hearRejections(this.onRejection)
  }

  get page(): PageInstance {
    return this.navigator.top
  }

  /** The page to which Back leads. */
  get below(): PageInstance | undefined {
    return this.navigator.stack.at(-2)
  }

  /** Routes from the bottom of the stack to the page in sight. */
  get routes(): string[] {
    return this.navigator.stack.map(page => page.route)
  }

  /** The page in sight as it is shown. */
  get root(): ViewNode {
    return renderTree(this.page.data, this.templates)
  }

  /** Starts the app on a page, as a tap on its card does. */
  async launch(url = 'pages/home/index'): Promise<void> {
    try {
      this.app = this.modules.start()
      const [path, query = ''] = url.split('?')
      const { scene = 1001 } = this.options
      const options = { path, query: Object.fromEntries(new URLSearchParams(query)), scene, referrerInfo: {} }
      for (const event of ['onLaunch', 'onShow']) this.tellApp(event, options)
      const started = this.navigator.start(url).catch(error => this.fault(error))
      await this.settle()
      await started
    } catch (error) {
      this.fault(error)
    }
  }

  /** Opens a page in the place of all others, as a link from outside does. */
  async go(url: string): Promise<void> {
    const opened = this.navigator.restart(url).catch(error => this.fault(error))
    await this.settle()
    await opened
  }

  /** Back to the page below. */
  async back(): Promise<void> {
    const closed = this.navigator.back().catch(error => this.fault(error))
    await this.settle()
    await closed
  }

  /** Another app comes to the front; sound stops, but for the background player's. */
  async hide(): Promise<void> {
    this.page.call('onHide')
    this.tellApp('onHide', {})
    for (const sound of this.sounds) if (sound !== this.background) sound.pause()
    await this.settle()
  }

  async show(): Promise<void> {
    this.tellApp('onShow', { path: this.page.route, query: {}, scene: 1001 })
    this.page.call('onShow')
    await this.settle()
  }

  /** The process ends without a word. @returns the phone as it is started again: storage stays, all else is gone */
  kill(): Phone {
    this.clock.stop()
    stopHearing(this.onRejection)
    return new Phone(this.folder, { ...this.options, storage: this.storage, files: this.files, now: this.clock.now })
  }

  async changeTheme(theme: Theme): Promise<void> {
    this.system.theme = theme
    for (const listen of this.system.onTheme) listen({ theme })
    await this.settle()
  }

  /** Lets time pass until nothing has been set for 300 ms, ten seconds at most. */
  async settle(): Promise<void> {
    const began = this.clock.now
    let quietSince = this.clock.now
    let seen = this.recorder.records.length
    while (this.clock.now - quietSince < 300 && this.clock.now - began < 10_000) {
      await this.clock.pass(20)
      if (this.recorder.records.length !== seen) quietSince = this.clock.now
      seen = this.recorder.records.length
    }
  }

  async scrollTo(top: number): Promise<void> {
    const furthest = Math.max(0, heightOf(this.root) - WINDOW.height)
    this.page.scrollTop = Math.max(0, Math.min(top, furthest))
    this.page.call('onPageScroll', { scrollTop: this.page.scrollTop })
    if (this.page.scrollTop >= furthest - 50) this.page.call('onReachBottom')
    this.observers.look()
    await this.clock.pass(20)
  }

  /** A private function is called for the first time. @returns what the app has told WeChat so far, the answer last */
  askPrivacy(api: string): PrivacyTold[] {
    const told: PrivacyTold[] = []
    for (const listen of this.system.onPrivacy) listen(it => void told.push(it), { referrer: api })
    return told
  }

  get offline(): boolean {
    return this.system.offline
  }
  /** The app is told, as by a phone. */
  set offline(offline: boolean) {
    this.system.offline = offline
    for (const listen of this.system.onNetwork) listen({ isConnected: !offline })
  }

  private wx(replies: Replies): Record<string, unknown> {
    const sight = () => ({ page: this.page, root: this.root })
    const sound = () => {
      const one = new PhoneAudio(this.clock, src => this.bytesOf(src))
      this.sounds.push(one)
      return one
    }
    const background = (this.background = sound())
    const wx: Record<string, unknown> = {
      ...systemApi(this.system, this.clock, replies),
      ...storageApi(this.storage, replies),
      ...this.navigator.api(),
      ...networkApi(this.options.answer ?? (() => undefined), replies),
      ...canvasApi(replies, this.album, this.system.refused),
      ...socketApi(this.options.socket, this.clock, replies),
      getFileSystemManager: () => fileSystem(this.mini, this.files, replies),
      downloadFile: downloadApi({
        clock: this.clock,
        files: this.files,
        host: url => this.host(url),
        offline: () => this.offline,
      }),
      createSelectorQuery: selectorQuery(sight, this.clock),
      createIntersectionObserver: this.observers.create,
      createInnerAudioContext: sound,
      getBackgroundAudioManager: () => background,
      getRecorderManager: () => this.microphone.manager,
      shareFileMessage: (it: Callbacks & { filePath: string; fileName: string }) =>
        replies.later('shareFileMessage', it, () => {
          if (this.system.refused.has('shareFileMessage')) throw new Error('cancel')
          this.shared.push({ name: it.fileName, bytes: this.bytesOf(it.filePath) })
        }),
      chooseMessageFile: (it: Callbacks & { type?: string; extension?: string[] }) =>
        replies.later('chooseMessageFile', it, () => {
          const file = this.inChats
          const ending = file?.name.split('.').pop() ?? ''
          if (!file || (it.type === 'file' && it.extension && !it.extension.includes(ending))) throw new Error('cancel')
          const path = this.files.receive(file.bytes)
          return { tempFiles: [{ name: file.name, path, size: file.bytes.length, time: 0, type: 'file' }] }
        }),
      createVideoContext: () => {
        // A film is looked for on the page that is in front at that moment.
        const { route } = this.page
        const tell = (told: string) => () => void (this.film = { route, told })
        return { play: tell('play'), pause: tell('pause'), seek: tell('seek'), playbackRate: tell('rate') }
      },
      pageScrollTo: (it: Callbacks & { selector?: string; scrollTop?: number; offsetTop?: number }) =>
        replies.later('pageScrollTo', it, () => this.jump(it)),
      getLaunchOptionsSync: () => ({ path: '', query: {}, scene: this.options.scene ?? 1001, referrerInfo: {} }),
      getEnterOptionsSync: () => ({ path: '', query: {}, scene: 1001, referrerInfo: {} }),
    }
    if (this.options.scene === SINGLE_PAGE) {
      for (const name of Object.keys(wx).filter(it => NOT_THERE.test(it))) {
        wx[name] = () => {
          throw new Error(`${name}:fail not supported in single page mode`)
        }
      }
    }
    wx.canIUse = (name: string) => name in wx
    return wx
  }

  /** What a player opens: a file of the package, a downloaded one, or the host's. @throws when it is not there */
  private bytesOf(src: string): Buffer {
    if (!/^https?:/.test(src)) return this.files.user.get(src) ?? fs.readFileSync(this.mini.open(src))
    const answer = this.offline ? 0 : this.host(src)
    if (typeof answer === 'number') throw new Error(`errCode:10002, ${answer || 'net::ERR_INTERNET_DISCONNECTED'}`)
    return answer
  }

  private jump({
    selector,
    scrollTop = 0,
    offsetTop = 0,
  }: {
    selector?: string
    scrollTop?: number
    offsetTop?: number
  }) {
    const { root, page } = this
    const [rect] = selector ? rectsOf(root, select(root, selector).slice(0, 1), page) : []
    void this.scrollTo(rect ? page.scrollTop + rect.top + offsetTop : scrollTop)
  }

  private create(route: string, query: Record<string, string>): PageInstance {
    const around = { clock: this.clock, recorder: this.recorder, onError: (error: unknown) => this.fault(error) }
    if (this.mini.app.tabBar?.custom && this.mini.tabs().includes(route)) {
      const bar = this.modules.component('custom-tab-bar/index')
      const instance = bar && createInstance('custom-tab-bar/index', bar, {}, around)
      for (const event of ['created', 'attached', 'ready']) instance?.call(event)
    }
    return createInstance(route, this.modules.page(route), query, around)
  }

  private async download(root: string): Promise<void> {
    if (this.mini.isLoaded(root)) return
    await new Promise<void>(resolve => this.clock.schedule(resolve, 30))
    if (this.offline) throw new Error(`loadSubpackage: download fail, ${root}`)
    this.mini.load(root)
  }

  private tellApp(event: string, options: object): void {
    const heard = this.app[event]
    try {
      if (typeof heard === 'function') heard.call(this.app, options)
    } catch (error) {
      this.fault(error)
    }
  }

  private fault(error: unknown): void {
    const known = error as { stack?: string; errMsg?: string } | undefined
    this.faults.push(known?.stack ?? known?.errMsg ?? String(error))
  }
}
