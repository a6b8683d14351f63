import crypto from 'node:crypto'
import type { FromHost, FromPhone, Hello, NewRoom, RefusalCode, ToClient } from '../../../../domain/contract/room'
import { ROOM_PLAYERS, ROOM_SCREENS } from '../../../../domain/contract/room-limits'
import {
  absentees,
  EMPTY_ROOM,
  foldRoom,
  idlers,
  mayAnswer,
  mayBuzz,
  type RoomEvent,
  type RoomState,
} from '../../../../domain/room/game'
import { hashKey, newSecret } from './secrets'
import { whoGivesWay } from './giving-way'
import type { RoomHead, RoomLine, RoomLog } from './log'
import { cleanName, freeName, isLeads } from './names'
import type { KeyedQuestion } from './questions'
import { closesAt, phoneView, type RoomOf, screenView } from './views'

/** One end of a socket, as a room sees it. */
export interface Line {
  send(message: ToClient): void
  /** Tells why and ends it. */
  refuse(code: RefusalCode, message: string): void
}

interface Given {
  head: RoomHead
  questions: readonly KeyedQuestion[]
  log: RoomLog
  now: () => number
  address?: string
  /** Names that one address may have in it; without, any number: a hall may be behind one address. */
  namesOfAddress?: number
}

/** What happens within this is told at once, milliseconds: two hundred answers are a handful of pictures, not two hundred. */
const TELL_MS = 40

const REMOVED = '您已经不在这一场里了。要再参加，请重新进来'

/** What a player's id begins with; a number follows. */
const PLAYER = 'p'

/** What one player may do about one question, and in the lobby. */
const ACTS = 12

/** Names that a room takes in its time, most of people who came twice. */
const COMERS = 2_000

/** A room at work: its state, who is connected, and its clock. Nothing is told before it is written. */
export class Room implements RoomOf {
  readonly code: string
  readonly plan: { kinds: NewRoom['questions'][number]['kind'][] }
  readonly questions: readonly KeyedQuestion[]
  readonly seconds: number
  readonly teams: number
  address?: string
  readonly made: number
  /** When something happened last, or somebody was connected. */
  touched: number
  state: RoomState = EMPTY_ROOM
  /** Somebody has been here, a screen or a phone. */
  entered = false

  /** With the address of each. */
  private readonly screens = new Map<Line, string>()
  private readonly phones = new Map<string, Line>()
  /** Players by the hash of their phone's key. */
  private readonly keys = new Map<string, string>()
  /** From where each player came. */
  private readonly from = new Map<string, string>()
  private readonly namesOfAddress: number
  private readonly head: RoomHead
  private readonly log: RoomLog
  private readonly now: () => number
  private named = 0
  /** How often each player has done something about the question in hand. */
  private acts = { at: -1, of: new Map<string, number>() }
  private telling?: NodeJS.Timeout
  private closing?: NodeJS.Timeout

  constructor({ head, questions, log, now, address, namesOfAddress = Infinity }: Given) {
    const { code, made, room } = head
    this.code = code
    this.made = made
    this.touched = now()
    this.plan = { kinds: room.questions.map(it => it.kind) }
    this.questions = questions
    this.seconds = room.seconds
    this.teams = room.teams
    this.address = address
    this.namesOfAddress = namesOfAddress
    this.head = head
    this.log = log
    this.now = now
  }

  /** Folds what was kept before a restart. */
  restore(lines: readonly RoomLine[]): void {
    for (const { key, ...event } of lines) this.fold(event, key)
    this.watch()
  }

  isHost(key: string): boolean {
    return hashKey(key) === this.head.host
  }

  /** Whether a greeting shows a key of this room. */
  knows(hello: Hello): boolean {
    if (hello.t === 'join') return hello.key !== undefined && this.keys.has(hashKey(hello.key))
    return hello.t === 'host' ? this.isHost(hello.key) : this.keys.has(hashKey(hello.key))
  }

  /** What phones open from now on; its screens show it at once. */
  moveTo(address: string): void {
    this.address = address
    this.tellSoon()
  }

  /** Whether a screen, or a phone that is in, came from there. */
  isFrom(address: string): boolean {
    const players = Object.keys(this.state.players)
    return [...this.screens.values()].includes(address) || players.some(it => this.from.get(it) === address)
  }

  /** A screen that may lead. @param from its address */
  addScreen(line: Line, from: string): void {
    if (this.screens.size >= ROOM_SCREENS) return line.refuse('full', `这一场已经有 ${ROOM_SCREENS} 块屏幕了`)
    this.screens.set(line, from)
    this.entered = true
    this.tellSoon()
  }

  /**
   * A phone for the first time, or by another name: its player, or nothing when it was refused. With its key it keeps its place and what
   * it has done: a phone is one person. @param from its address
   */
  join(line: Line, wanted: string, from: string, key?: string): string | undefined {
    const name = cleanName(wanted)
    if (name === '') return void line.refuse('name', '名字看不见，请写一个看得见的，最多十二个字')
    if (isLeads(name)) return void line.refuse('name', '这样写会当成主持人，请换一个名字')
    const own = key === undefined ? undefined : this.keys.get(hashKey(key))
    return own === undefined ? this.letIn(line, name, from) : this.rename(line, own, name)
  }

  private rename(line: Line, player: string, name: string): string | undefined {
    const before = this.state.players[player]
    if (!before) return void line.refuse('removed', REMOVED)
    const others = Object.entries(this.state.players).flatMap(([id, it]) => (id === player ? [] : [it.name]))
    const free = freeName(name, others)
    if (this.state.phase !== 'end' && free !== before.name && this.mayAct(player))
      this.happen({ do: 'join', player, name: free, team: before.team, at: this.now() })
    this.connect(line, player)
    return player
  }

  private letIn(line: Line, name: string, from: string): string | undefined {
    if (this.state.locked) return void line.refuse('locked', '主持人关了门，请他打开再进')
    if (this.state.phase === 'end') return void line.refuse('over', '这一场已经结束了')
    if (this.named >= COMERS) return void line.refuse('full', '这一场进来过的人太多了，请主持人结束，重新开一场')
    const before = Object.keys(this.state.players)
    if (before.filter(it => this.from.get(it) === from).length >= this.namesOfAddress)
      return void line.refuse('many', `一部手机最多进 ${this.namesOfAddress} 个名字，请换一部手机`)
    if (before.length >= ROOM_PLAYERS) this.makeRoom(from)
    const all = Object.values(this.state.players)
    if (all.length >= ROOM_PLAYERS) return void line.refuse('full', `这一场满了，最多 ${ROOM_PLAYERS} 人`)
    const key = newSecret()
    const player = `${PLAYER}${this.named}`
    const team = smallest(all, this.teams)
    const free = freeName(
      name,
      all.map(it => it.name),
    )
    this.from.set(player, from)
    this.happen({ do: 'join', player, name: free, team, at: this.now() }, hashKey(key))
    this.connect(line, player)
    line.send({ t: 'joined', key })
    return player
  }

  /** A phone that was here before. */
  comeBack(line: Line, key: string): string | undefined {
    const player = this.keys.get(hashKey(key))
    if (!player || !this.state.players[player]) return void line.refuse('removed', REMOVED)
    this.connect(line, player)
    return player
  }

  leave(line: Line): void {
    this.screens.delete(line)
    for (const [player, own] of this.phones) if (own === line) this.phones.delete(player)
    this.touched = this.now()
    this.tellSoon()
  }

  get connected(): number {
    return this.screens.size + this.phones.size
  }

  /** What a phone said. What was meant for another question, or came too late, is dropped; its view says how things are. */
  fromPhone(player: string, message: FromPhone): void {
    const at = this.now()
    if (!this.mayAct(player)) return
    if (message.t === 'team') {
      if (message.team < this.teams) this.happen({ do: 'team', player, team: message.team, at })
    } else if (message.at === this.state.at && message.t === 'buzz') {
      if (mayBuzz(this.plan, this.state, player)) this.happen({ do: 'buzz', player, at })
    } else if (message.t === 'answer' && message.at === this.state.at && this.mayAnswer(player, at)) {
      const options = this.known(message.options)
      if (options.length > 0) this.happen({ do: 'answer', player, options, right: this.isRight(options), at })
    }
    this.tellSoon()
  }

  /** So much was written, which only whoever leads can bring about, that it ends. */
  get isFull(): boolean {
    return this.log.full
  }

  /** What a screen said; true when the room is to be deleted. */
  fromHost(message: FromHost): boolean {
    if (this.isFull) return true
    const at = this.now()
    if (message.t === 'clear') this.remove(absentees(this.state, this.phones))
    else if (message.t === 'remove') this.sendOut(message.player, message.after === true)
    else if (message.at === this.state.at && message.from === this.state.phase) {
      if (message.t === 'finish') return true
      this.happen(message.t === 'step' ? { do: 'step', step: message.step, at } : { do: message.t, at })
    }
    this.tellSoon()
    return false
  }

  /** Ends it: everybody is told, and nothing is left of it. */
  async end(message: string): Promise<void> {
    this.stop()
    for (const line of [...this.screens.keys(), ...this.phones.values()]) line.refuse('over', message)
    await this.log.drop()
  }

  /** The process ends; the room goes on after it. */
  async close(): Promise<void> {
    this.stop()
    await this.log.close()
  }

  /** Whoever leads sends one out; `after`: and all who came later and have done nothing. */
  private sendOut(player: string, after: boolean): void {
    const all = Object.keys(this.state.players)
    const later = after ? idlers(this.state).filter(it => all.indexOf(it) > all.indexOf(player)) : []
    const out = [player, ...(all.includes(player) ? later : [])]
    this.remove(out)
    for (const it of out) this.phones.get(it)?.refuse('removed', '主持人请您离开了这一场')
  }

  /** A place for somebody from `from`, of one who gives way. */
  private makeRoom(from: string): void {
    const player = whoGivesWay(
      { state: this.state, here: this.phones, from: this.from, screens: this.screens.values() },
      from,
    )
    if (player === undefined) return
    this.remove([player])
    this.phones.get(player)?.refuse('full', '这一场满了，从您这个网络进来的人最多，后来的先让一让')
  }

  private remove(players: readonly string[]): void {
    for (const player of players) {
      this.from.delete(player)
      if (this.state.players[player]) this.happen({ do: 'remove', player, at: this.now() })
    }
  }

  private stop(): void {
    clearTimeout(this.telling)
    clearTimeout(this.closing)
  }

  private connect(line: Line, player: string): void {
    // Another tab of the same phone: the newer one is it.
    const before = this.phones.get(player)
    this.phones.set(player, line)
    before?.refuse('busy', '这一场在别的页面里打开了')
    this.tellSoon()
  }

  /** A person changes their mind a few times; each time is a line in the file. */
  private mayAct(player: string): boolean {
    if (this.acts.at !== this.state.at) this.acts = { at: this.state.at, of: new Map() }
    const count = (this.acts.of.get(player) ?? 0) + 1
    this.acts.of.set(player, count)
    return count <= ACTS
  }

  /** The clock may be a little ahead of the timer that closes. */
  private mayAnswer(player: string, now: number): boolean {
    return mayAnswer(this.plan, this.state, player) && now <= (closesAt(this, this.state) ?? now)
  }

  private known(options: readonly string[]): string[] {
    const { asked } = this.questions[this.state.at]!
    const own = [...new Set(options)].filter(id => asked.options.some(it => it.id === id))
    return asked.type === 'multiple' ? own.sort() : own.slice(0, 1)
  }

  private isRight(options: readonly string[]): boolean {
    const { answer } = this.questions[this.state.at]!.solution
    return options.length === answer.length && answer.every(id => options.includes(id))
  }

  private happen(event: RoomEvent, key?: string): void {
    const before = this.state
    this.fold(event, key)
    if (this.state === before) return
    this.touched = event.at
    this.log.append(key === undefined ? event : { ...event, key })
    this.watch()
  }

  private fold(event: RoomEvent, key?: string): void {
    this.state = foldRoom(this.plan, this.state, event)
    if (event.do !== 'join') return
    this.entered = true
    // Not how many lines there were: one that could not be read has had its number.
    this.named = Math.max(this.named, Number(event.player.slice(PLAYER.length)) + 1)
    if (key !== undefined) this.keys.set(key, event.player)
  }

  /** What is open ends by the service's clock. */
  private watch(): void {
    clearTimeout(this.closing)
    const end = closesAt(this, this.state)
    if (end === undefined) return
    this.closing = setTimeout(
      () => {
        const at = this.now()
        const first = this.state.asked[this.state.at]?.buzzes[0]?.player
        if (this.state.phase === 'answering' && first !== undefined)
          this.happen({ do: 'answer', player: first, options: [], right: false, at })
        else this.happen({ do: 'step', step: 'close', at })
        this.tellSoon()
      },
      Math.max(0, end - this.now()),
    )
    this.closing.unref()
  }

  private tellSoon(): void {
    this.telling ??= setTimeout(() => void this.tell(), TELL_MS)
  }

  /** Everybody's picture, once what it shows is written. Writes end in their order, and so do pictures. */
  private async tell(): Promise<void> {
    this.telling = undefined
    const { state } = this
    await this.log.written()
    const now = this.now()
    if (this.screens.size > 0) {
      const view = screenView(this, state, now, new Set(this.phones.keys()), this.log.failed)
      for (const line of this.screens.keys()) line.send({ t: 'screen', view })
    }
    for (const [player, line] of this.phones) line.send({ t: 'phone', view: phoneView(this, state, now, player) })
  }
}

/** The team that has fewest, the first of equals. */
function smallest(players: readonly { team: number }[], teams: number): number {
  const sizes = Array.from({ length: Math.max(1, teams) }, (_, team) => players.filter(it => it.team === team).length)
  return sizes.indexOf(Math.min(...sizes))
}

/** A number of six digits that `taken` does not have. */
export function freeCode(taken: (code: string) => boolean): string {
  for (;;) {
    const code = String(crypto.randomInt(100_000, 1_000_000))
    if (!taken(code)) return code
  }
}
