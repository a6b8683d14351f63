import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { QuestionVolume } from '../../domain/catalog/types'
import type { FromHost, FromPhone, Hello, PhoneView, RoomMade, ScreenView, ToClient } from '../../domain/contract/room'
import { ROOM_PLAYERS, ROOM_QUESTIONS } from '../../domain/contract/room-limits'
import { isAskable } from '../../domain/room/question'
import { COMPILER } from '../compiler'
import { child, stopped } from './child'
import { quantile } from './load'
import { machine, writeSection } from './page'

// `npm run bench:room [-- --write]`: 200 phones and a screen in one room, in this process; the service in another.
const DIR = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-rooms-'))
/** Of each of the two ways: together as many as a room may have, for the last ones have the most behind them. */
const QUESTIONS = ROOM_QUESTIONS / 2

/** A socket, what it was shown last, and who wants to hear of the next. */
class Socket<View> {
  view?: View
  onView: (view: View) => void = () => undefined
  private constructor(private readonly socket: WebSocket) {
    socket.on('message', data => {
      const message = JSON.parse(String(data)) as ToClient
      if (message.t === 'no') throw new Error(message.message)
      if (message.t === 'joined') return
      this.view = message.view as View
      this.onView(this.view)
    })
  }
  static async open<View>(address: string, hello: Hello): Promise<Socket<View>> {
    const socket = new WebSocket(`${address.replace('http', 'ws')}/v1/rooms/socket`)
    const it = new Socket<View>(socket)
    await new Promise((resolve, reject) => {
      socket.once('open', resolve)
      socket.once('error', reject)
    })
    it.say(hello)
    await it.until(() => true)
    return it
  }
  say(message: Hello | FromPhone | FromHost): void {
    this.socket.send(JSON.stringify(message))
  }
  async until(seen: (view: View) => boolean): Promise<void> {
    while (!this.view || !seen(this.view)) await sleep(5)
  }
}

/** Milliseconds from each answer's being given to the screen's counting it, and to its phone's being told that it is kept. */
interface Times {
  screen: number[]
  phone: number[]
}

async function ask(
  screen: Socket<ScreenView>,
  phones: Socket<PhoneView>[],
  at: number,
  within: number,
): Promise<Times> {
  screen.say({ t: 'step', step: 'next', at: screen.view!.at, from: screen.view!.phase })
  await Promise.all([screen, ...phones].map(it => it.until(view => view.at === at && view.phase === 'open')))
  const given: number[] = []
  const counted: number[] = []
  const kept: number[] = []
  screen.onView = view => {
    const now = performance.now()
    while (view.at === at && counted.length < view.answered) counted.push(now)
  }
  await Promise.all(
    phones.map(async phone => {
      await sleep(Math.random() * within)
      const began = performance.now()
      given.push(began)
      const told = new Promise<void>(resolve => {
        phone.onView = view => {
          if (!view.given) return
          kept.push(performance.now() - began)
          phone.onView = () => undefined
          resolve()
        }
      })
      phone.say({ t: 'answer', at, options: [phone.view!.question!.options[0]!.id] })
      await told
    }),
  )
  await screen.until(view => view.answered === phones.length)
  // The n-th that was given is the n-th that is counted.
  const first = [...given].sort((a, b) => a - b)
  screen.say({ t: 'step', step: 'close', at, from: 'open' })
  await Promise.all([screen, ...phones].map(it => it.until(view => view.phase === 'closed')))
  return { screen: counted.map((when, n) => when - first[n]!), phone: kept }
}

async function main(): Promise<void> {
  const questions = fs
    .readdirSync('dist/feed')
    .filter(name => name.startsWith('questions-'))
    .flatMap(name => (JSON.parse(fs.readFileSync(path.join('dist/feed', name), 'utf8')) as QuestionVolume).questions)
    .filter(isAskable)
    .slice(0, 2 * QUESTIONS)
    .map(({ id }) => ({ id, kind: 'all' as const }))
  // Compiled, as it is deployed: what reads TypeScript would be a third of its memory.
  execFileSync(process.execPath, [COMPILER, '-p', 'server/bench/tsconfig.room.json'], {
    stdio: 'inherit',
  })
  const service = await child(['dist/bench-room/server/bench/room-child.js'], { ROOMS_DIR: DIR })
  const answer = await fetch(`${service.address}/v1/rooms`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ questions, seconds: 0, teams: 4 }),
  })
  const { code, key } = (await answer.json()) as RoomMade
  const screen = await Socket.open<ScreenView>(service.address, { t: 'host', code, key })
  const began = performance.now()
  const phones = await Promise.all(
    Array.from({ length: ROOM_PLAYERS }, (_, i) =>
      Socket.open<PhoneView>(service.address, { t: 'join', code, name: `同志${i + 1}` }),
    ),
  )
  await screen.until(view => view.here === ROOM_PLAYERS)
  const joined = performance.now() - began
  const rows: string[] = [
    `| ${ROOM_PLAYERS} phones come in at once, until the screen shows the last | ${Math.round(joined)} ms |  |`,
  ]
  for (const [words, within, goal] of [
    ['answers spread over 5 s', 5_000, 'p95 ≤ 300 ms'],
    ['… and all within 0.2 s', 200, 'p95 ≤ 300 ms'],
  ] as const) {
    const all: Times = { screen: [], phone: [] }
    for (let i = 0; i < QUESTIONS; i++) {
      const times = await ask(screen, phones, screen.view!.at + 1, within)
      all.screen.push(...times.screen)
      all.phone.push(...times.phone)
    }
    const told = (times: number[]) =>
      [0.5, 0.95, 0.99].map(share => `${Math.round(quantile(times, share))} ms`).join(', ')
    rows.push(`| ${words}: to the screen, p50, p95, p99 | ${told(all.screen)} | ${goal} |`)
    rows.push(`| … to the word on the phone that it is kept | ${told(all.phone)} |  |`)
  }
  const peak = /VmHWM:\s+(\d+)/.exec(fs.readFileSync(`/proc/${service.process.pid}/status`, 'utf8'))![1]
  rows.push(`| peak memory of the service, compiled as it is deployed | ${Math.round(Number(peak) / 1000)} MB |  |`)
  const kept = fs.statSync(path.join(DIR, `${code}.jsonl`)).size
  rows.push(`| the room’s file after ${2 * QUESTIONS} questions | ${Math.round(kept / 1000)} kB |  |`)
  console.log(rows.join('\n'))
  if (process.argv.includes('--write')) writePage(rows)
  await stopped(service.process)
  fs.rmSync(DIR, { recursive: true })
  process.exit(0)
}

function writePage(rows: readonly string[]): void {
  writeSection('room', [
    '## A round in the room',
    '',
    `\`npm run bench:room\`, ${machine().replace(/PostgreSQL \d+, /, '')}; load average ${os.loadavg()[0]!.toFixed(1)} when it ended. ${ROOM_PLAYERS} phones and a screen are one process, the service is another; they share the processors and have no network between them. ${QUESTIONS} questions each way.`,
    '',
    '| what | measured | goal |',
    '| --- | --- | --- |',
    ...rows,
  ])
}
void main()
