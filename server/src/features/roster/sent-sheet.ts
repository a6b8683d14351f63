import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { Problem } from '../../auth/problem'
import type { MemberColumn } from './columns'
import type { Sheet } from './read'

/** A sheet of a hundred members takes a fraction of a second; milliseconds. */
const PATIENCE_MS = 5_000
/** Loading the reader takes a second, and many on a busy machine, which is no fault of the sheet; milliseconds. */
const LOADING_MS = 60_000
/** Megabytes. */
const MEMORY = 160
/** Sheets that wait for the one that is read. */
const WAITING = 8
/** A thread that nobody needs is ended after so long, with the memory it holds; milliseconds. */
const IDLE_MS = 10_000

/** From the source, a thread does not take tsx over from the process (Node 20), so it brings tsx itself. */
const KIND = path.extname(__filename)
/** What a thread runs that reads sheets. @param file of the thread, without its ending */
export const threadOf = (file: string): string =>
  `${KIND === '.ts' ? "require('tsx/cjs'); " : ''}require(${JSON.stringify(`${file}${KIND}`)})`

type Answer<T> = { ready: true } | { sheet: T } | { refused?: string }
const refused = (message = '打不开这个文件：请发送没有密码的 .xlsx 文件') => new Problem(400, 'workbook', message)

/** One thread that reads one sheet after another, started when it is needed. What a file did to it ends with it. */
export class SheetReader<T = Sheet<MemberColumn>> {
  private worker: Worker | undefined
  private ready: Promise<void> = Promise.resolve()
  private idle: NodeJS.Timeout | undefined
  private last: Promise<unknown> = Promise.resolve()
  private waiting = 0
  private answered: (it: Exclude<Answer<T>, { ready: true }>) => void = () => undefined
  private ended: (error?: Error) => void = () => undefined

  /**
   * @param source what the thread runs: it says that it is ready, then answers to each sheet
   * @param patience milliseconds for one sheet
   * @param what is to be on the sheet and nothing else
   */
  constructor(
    private readonly source = threadOf(path.join(__dirname, 'sheet-worker')),
    private readonly patience = PATIENCE_MS,
    private readonly what = '名册',
  ) {}

  read(bytes: Uint8Array): Promise<T> {
    if (this.waiting >= WAITING) throw new Problem(503, 'busy', '正在读别的表格，请过一分钟再试')
    this.waiting += 1
    const turn = this.last.then(() => this.readNow(bytes)).finally(() => (this.waiting -= 1))
    this.last = turn.catch(() => undefined)
    return turn
  }

  private readNow(bytes: Uint8Array): Promise<T> {
    clearTimeout(this.idle)
    const worker = (this.worker ??= this.start())
    let timer: NodeJS.Timeout
    const answer = new Promise<T>((resolve, reject) => {
      const over = (problem: Problem) => {
        this.worker = undefined
        void worker.terminate()
        reject(problem)
      }
      timer = setTimeout(() => over(new Problem(503, 'busy', '服务器正忙，表格还没有读，请过一分钟再试')), LOADING_MS)
      this.ended = error =>
        over(error ? refused(`这个表格要的内存太多，没有导入：请另存为一份只有${this.what}的 .xlsx`) : refused())
      this.answered = it => ('sheet' in it ? resolve(it.sheet) : reject(refused(it.refused)))
      void this.ready.then(() => {
        if (worker !== this.worker) return
        clearTimeout(timer)
        timer = setTimeout(
          () => over(refused(`这个表格读了五秒还没有读完，没有导入：请另存为一份只有${this.what}的 .xlsx`)),
          this.patience,
        )
        worker.postMessage(Uint8Array.from(bytes))
      })
    })
    return answer.finally(() => {
      clearTimeout(timer)
      // What still goes wrong in a thread that is being ended is nobody's business.
      this.ended = this.answered = () => undefined
      this.idle = setTimeout(() => {
        void this.worker?.terminate()
        this.worker = undefined
      }, IDLE_MS)
      this.idle.unref()
    })
  }

  private start(): Worker {
    const worker = new Worker(this.source, {
      eval: true,
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: MEMORY, maxYoungGenerationSizeMb: 32 },
      stdout: true,
      stderr: true,
    })
    this.ready = new Promise(resolve => {
      worker.on('message', (it: Answer<T>) => {
        if ('ready' in it) resolve()
        else if (worker === this.worker) this.answered(it)
      })
    })
    // Out of memory, above all.
    worker.on('error', error => worker === this.worker && this.ended(error))
    worker.on('exit', () => worker === this.worker && this.ended())
    // A service that is stopping does not wait for it.
    worker.unref()
    return worker
  }
}
const reader = new SheetReader()

/**
 * Reads the sheet of one branch that somebody sent, in a thread with limits of time and memory: a file of a kilobyte can ask
 * for fifty million rows. Throws Problem 400 `workbook` that says why it is not read, 503 when too many wait.
 */
export async function readSentSheet(bytes: Uint8Array): Promise<Sheet<MemberColumn>> {
  return reader.read(bytes)
}
