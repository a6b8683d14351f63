import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Hello, NewRoom, RoomMade } from '../../../../domain/contract/room'
import { Problem } from '../../auth/problem'
import { noLog, openLog, readHeads, readLines, type RoomHead } from './log'
import type { FindQuestion, KeyedQuestion } from './questions'
import { freeCode, Room } from './room'
import { hashKey, newSecret } from './secrets'
import { Tries } from './tries'

/** Rooms at the same time. Of a million codes, so many can be hit. */
const LIMIT = 200
const MINUTE = 60_000
/** A meeting is over by then. */
export const LONGEST_MS = 6 * 60 * MINUTE
/** Nobody connected, or its result shown, for so long. */
const IDLE_MS = 60 * MINUTE
/** Made, and nobody has ever come. */
const EMPTY_MS = 10 * MINUTE

interface Options {
  /** Folder where rooms are kept over a restart; without one they are in memory only. */
  dir?: string
  find: FindQuestion
  now?: () => number
  /** A clock that only goes forward, milliseconds. */
  clock?: () => number
  /** What phones in the same network open. */
  address?: string
  /** Names that one address may have in a room. */
  namesOfAddress?: number
}

/** What the system's clock said when the process began, and what has passed since: set back, it does not go back. */
const wallClock = () => Math.round(performance.timeOrigin + performance.now())

/** Every room of this process. They live in its memory, and in one small file each while they last. */
export class Rooms {
  readonly tries: Tries
  readonly now: () => number
  private readonly all = new Map<string, Room>()
  /** Those that are still in their files only. */
  private readonly asleep = new Map<string, RoomHead>()
  private closed = false
  private readonly dir?: string
  private readonly find: FindQuestion
  private readonly given: Pick<Options, 'address' | 'namesOfAddress'>
  private readonly sweeping: NodeJS.Timeout
  private restored = false

  constructor({ dir, find, now = wallClock, clock, address, namesOfAddress }: Options) {
    this.now = now
    this.dir = dir
    this.find = find
    this.given = { address, namesOfAddress }
    this.tries = new Tries(clock)
    this.sweeping = setInterval(() => void this.sweep(), MINUTE)
    this.sweeping.unref()
  }

  get size(): number {
    return this.all.size + this.asleep.size
  }

  /**
   * Goes on with the rooms that were there when the process ended; those whose time is over or whose questions have left the feed are
   * deleted. Each is read from its file when somebody comes to it, or beside other work: a long one holds up no start.
   */
  async restore(): Promise<void> {
    if (this.dir === undefined || this.restored) return
    this.restored = true
    for (const head of readHeads(this.dir)) {
      const over = this.now() - head.made > LONGEST_MS
      if (over || this.size >= LIMIT || this.questions(head).some(it => it === undefined))
        await openLog(this.dir, head.code).drop()
      else this.asleep.set(head.code, head)
    }
    void this.wakeAll()
  }

  private async wakeAll(): Promise<void> {
    for (const code of [...this.asleep.keys()]) {
      await nextTurn()
      if (this.closed) return
      this.wake(code)
    }
  }

  /** The room of this code, read from its file if it has to be. */
  private wake(code: string): Room | undefined {
    const head = this.asleep.get(code)
    if (!head || this.dir === undefined) return this.all.get(code)
    this.asleep.delete(code)
    const lines = readLines(this.dir, code)
    // Set back while the service was down: the room's own clock goes on from where it was.
    const latest = lines.reduce((last, it) => Math.max(last, it.at), head.made)
    const ahead = Math.max(0, latest - this.now())
    const now = () => this.now() + ahead
    const log = openLog(this.dir, code, undefined, lines.length)
    const room = new Room({ head, questions: this.questions(head) as KeyedQuestion[], log, now, ...this.given })
    room.restore(lines)
    this.all.set(code, room)
    return room
  }

  /** Makes a room. Throws Problem for a question that is not there, and when there are too many. */
  async make(room: NewRoom): Promise<RoomMade> {
    if (this.size >= LIMIT) await this.sweep()
    if (this.size >= LIMIT) await this.makeWay()
    if (this.size >= LIMIT) throw new Problem(503, 'busy', '现在开着的现场太多，请过一会儿再开')
    const code = freeCode(it => this.all.has(it) || this.asleep.has(it))
    const key = newSecret()
    const head: RoomHead = { v: 1, code, made: this.now(), seed: code, host: hashKey(key), room }
    const questions = this.questions(head)
    const missing = room.questions.filter((_, i) => !questions[i])
    if (missing.length > 0) {
      const ids = missing.map(it => it.id).join('、')
      throw new Problem(
        400,
        'question',
        `这几道题服务这边没有，或者要打字、要排序，不能在现场问：${ids}。请换一个主题再开`,
      )
    }
    const wrong = room.questions.filter((it, i) => it.kind === 'judge' && questions[i]!.asked.type !== 'judge')
    if (wrong.length > 0)
      throw new Problem(400, 'judge', `判断这一轮只能放判断题：${wrong.map(it => it.id).join('、')}`)
    const { now, given } = this
    const log = this.dir === undefined ? noLog : openLog(this.dir, code, head)
    await log.written()
    this.all.set(code, new Room({ head, questions: questions as KeyedQuestion[], log, now, ...given }))
    const { address } = given
    return { code, key, ...(address !== undefined && { address }) }
  }

  /**
   * The room that somebody at `address` greets; undefined for none, `many` when that address has named too many. Whoever shows a key
   * of the room, or comes from where somebody of the room is, is let in all the same: the one is nothing to be guessed, the other
   * need not guess, and one phone's wrong digits must not keep a hall out.
   */
  at(hello: Hello, address: string): Room | 'many' | undefined {
    const room = this.wake(hello.code)
    if (room && (room.knows(hello) || room.isFrom(address))) return room
    if (this.tries.spent(address)) return 'many'
    if (!room) this.tries.wrong(address)
    return room
  }

  async end(room: Room, message: string): Promise<void> {
    this.all.delete(room.code)
    await room.end(message)
  }

  /** Ends rooms whose time is over. */
  async sweep(): Promise<void> {
    const now = this.now()
    for (const room of [...this.all.values()]) {
      const idle = room.connected === 0 || room.state.phase === 'end'
      const over = now - room.made > LONGEST_MS || (idle && now - room.touched > (room.entered ? IDLE_MS : EMPTY_MS))
      if (over) await this.end(room, '这一场时间到了，已经结束')
      else if (room.isFull) await this.end(room, '这一场记的事太多了，已经结束')
    }
  }

  /** Of rooms to which nobody ever came the oldest goes, else of those whose screen has waited long for a phone. */
  private async makeWay(): Promise<void> {
    const waited = (it: Room) =>
      it.entered && this.now() - it.made > EMPTY_MS && Object.keys(it.state.players).length === 0
    const all = [...this.all.values()]
    const empty = all.find(it => !it.entered) ?? all.find(waited)
    if (empty) await this.end(empty, '现在开着的现场太多，没有人来过的先关了')
  }

  /** Phones open another address from now on: this machine has changed its network. */
  moveTo(address: string): void {
    this.given.address = address
    for (const room of this.all.values()) room.moveTo(address)
  }

  /** The process ends: what is kept stays. */
  async close(): Promise<void> {
    this.closed = true
    clearInterval(this.sweeping)
    await Promise.all([...this.all.values()].map(room => room.close()))
  }

  private questions({ room, seed }: RoomHead): (KeyedQuestion | undefined)[] {
    return room.questions.map(({ id }) => this.find(id, seed))
  }
}
