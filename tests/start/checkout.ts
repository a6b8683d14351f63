import { type ChildProcess, spawn } from 'node:child_process'
import crypto from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { stampFeed } from '../../scripts/build/feed'
import { appInputs, settingsOf } from '../../scripts/build/sources'
import { writeStamp } from '../../scripts/build/stamp'
import { runFeed } from '../../scripts/feed/run'
import { validTree } from '../feed/fixture'

const SHARED = ['content', 'scripts', 'server', 'node_modules', 'package-lock.json']
/** Taro reads nothing that lies elsewhere. */
const COPIED = ['src', 'domain', 'config', 'types', 'babel.config.js', 'package.json', 'tsconfig.json']
const MARK = 'START_TEST_MARK'

/** A checkout with sources of this one and products of its own, in which `npm start` can be run and killed. */
export class Checkout {
  readonly root = fs.mkdtempSync(path.join(os.tmpdir(), 'start-'))
  /** In the environment of everything that is started here. */
  private readonly mark = crypto.randomUUID()

  constructor() {
    for (const name of SHARED) fs.symlinkSync(path.resolve(name), path.join(this.root, name))
    this.take(...COPIED)
  }

  /** As if these had been built here. */
  take(...products: string[]): void {
    for (const name of products) {
      fs.cpSync(name, path.join(this.root, name), { recursive: true })
    }
  }

  /** Three articles, which a test may change: what is tested is who waits for whom, and they are compiled at once. */
  smallContent(): this {
    fs.rmSync(path.join(this.root, 'content'))
    for (const [name, text] of Object.entries(validTree())) this.write(name, text)
    return this
  }

  /** The feed of the small content, as the compiler makes it. */
  async smallFeed(): Promise<void> {
    const said: string[] = []
    const code = await stampFeed(
      this.root,
      () => undefined,
      () => runFeed([], this.root, line => said.push(line)),
    )
    if (code !== 0) throw new Error(said.join('\n'))
  }

  /** As if the bundler had made an app of it; one page stands for all. */
  smallApp(): void {
    const settings = { MEDIA_BASE_URL: '', ...process.env }
    const asked = JSON.stringify(settingsOf(settings))
    this.write('dist/h5/index.html', '<!doctype html><title>e起学党史</title>')
    writeStamp(this.root, 'h5', appInputs(this.root, 'h5', settings), ['dist/h5'], 1, asked)
  }

  private write(name: string, text: string): void {
    const file = path.join(this.root, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, text)
  }

  start({ env = {}, npm = false }: { env?: Record<string, string>; npm?: boolean } = {}): Run {
    const [command, args] = npm ? ['npm', ['start']] : [process.execPath, ['--import', 'tsx', 'scripts/start/main.ts']]
    const { npm_lifecycle_event: _, ...ours } = process.env
    const child = spawn(command, args, {
      cwd: this.root,
      env: { ...ours, PORT: '0', DEMO_SIZE: 'small', NODE_TEST_CONTEXT: undefined, ...env, [MARK]: this.mark },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    return new Run(child)
  }

  /** Processes that were started here and run on. */
  leftovers(): string[] {
    return fs
      .readdirSync('/proc')
      .filter(name => /^\d+$/.test(name) && read(`/proc/${name}/environ`).includes(`${MARK}=${this.mark}`))
      .map(pid => `${pid} ${read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ')}`)
  }

  /** Waits until nothing that was started here runs any more, and says what does after a while. */
  async empty(): Promise<string[]> {
    for (let i = 0; i < 100 && this.leftovers().length > 0; i++) await sleep(100)
    return this.leftovers()
  }

  remove(): void {
    for (const line of this.leftovers()) process.kill(Number(line.split(' ')[0]), 'SIGKILL')
    fs.rmSync(this.root, { recursive: true, force: true })
  }
}

/** Of a process that is no more, or another's: nothing. */
function read(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

export class Run {
  output = ''
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>

  constructor(readonly child: ChildProcess) {
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.setEncoding('utf8').on('data', (part: string) => (this.output += part))
    }
    this.ended = once(child, 'exit').then(([code, signal]) => ({ code, signal }))
  }

  /** Waits until it says so; throws with what it said when it ends before. */
  async says(words: RegExp): Promise<RegExpExecArray> {
    return this.until(String(words), () => words.exec(this.output))
  }

  /** Waits until there is something; throws with what it said when it ends before. */
  async until<T>(what: string, look: () => T | null | undefined | false): Promise<T> {
    let over = false
    void this.ended.then(() => (over = true))
    for (;;) {
      const found = look()
      if (found) return found
      if (over) throw new Error(`ended before ${what}:\n${this.output}`)
      await sleep(50)
    }
  }

  /** To it alone, or to all that the terminal would tell. */
  kill(signal: NodeJS.Signals, group = false): void {
    process.kill(group ? -this.child.pid! : this.child.pid!, signal)
  }
}
