import fs from 'node:fs'
import fsp from 'node:fs/promises'
import path from 'node:path'
import type { RoomEvent } from '../../../../domain/room/game'
import type { NewRoom } from '../../../../domain/contract/room'

/** What a room was made with. Keys are kept as hashes. */
export interface RoomHead {
  v: 1
  code: string
  made: number
  seed: string
  host: string
  room: NewRoom
}

/** A line after the first: what happened; of a phone that came, the hash of its key too. */
export type RoomLine = RoomEvent & { key?: string }

/** Where a room is kept: a file of lines, only appended to. */
export interface RoomLog {
  append(line: RoomLine): void
  /** When everything appended so far is with the operating system, whatever becomes of this process. */
  written(): Promise<void>
  /** Something could not be written. */
  readonly failed: boolean
  /** So much has happened that the room ends: a file without an end would fill the disk, and hold up the next start. */
  readonly full: boolean
  /** Deletes it. */
  drop(): Promise<void>
  close(): Promise<void>
}

const ENDING = '.jsonl'
/** Lines of one room: more than all phones may write together, each so many about a question (room.ts). */
const LINES = 120_000
const fileOf = (dir: string, code: string) => path.join(dir, code + ENDING)

/** A log in memory only: for tests, and where there is no folder. */
export const noLog: RoomLog = {
  append: () => undefined,
  written: async () => undefined,
  failed: false,
  full: false,
  drop: async () => undefined,
  close: async () => undefined,
}

/**
 * Begins the file of a room, or goes on with the one that is there, of so many lines. Nobody else on the machine may read it.
 */
export function openLog(dir: string, code: string, head?: RoomHead, before = 0): RoomLog {
  let lines = before
  const file = fileOf(dir, code)
  // Gone on with behind the end of a line: the last one may have been cut off by a kill or a full disk. An empty one says nothing.
  let waiting = head ? `${JSON.stringify(head)}\n` : '\n'
  let failed = false
  let tail: Promise<void> = Promise.resolve()
  // What comes while a write is under way goes out with the next.
  const flush = async () => {
    const text = waiting
    waiting = ''
    if (text === '' || failed) return
    try {
      await fsp.mkdir(dir, { recursive: true, mode: 0o700 })
      await fsp.appendFile(file, text, { mode: 0o600 })
    } catch {
      failed = true
    }
  }
  const written = () => (tail = tail.then(flush))
  return {
    append: line => {
      waiting += `${JSON.stringify(line)}\n`
      lines++
    },
    written,
    get failed() {
      return failed
    },
    get full() {
      return lines >= LINES
    },
    drop: async () => {
      waiting = ''
      await tail
      failed = true
      await fsp.rm(file, { force: true }).catch(() => undefined)
    },
    close: written,
  }
}

/** Bytes in which the head of a room is found. */
const HEAD_BYTES = 65_536

/** The head of every room that was kept. A file that is none is left out, and one that cannot be read, as after a start by another user. */
export function readHeads(dir: string): RoomHead[] {
  if (!fs.existsSync(dir)) return []
  return fs
    .readdirSync(dir)
    .filter(name => name.endsWith(ENDING))
    .flatMap(name => {
      const [line = '', ...more] = beginningOf(path.join(dir, name)).split('\n')
      const [head] = more.length > 0 ? (parsed(line) as Partial<RoomHead>[]) : []
      return head?.v === 1 && `${head.code}${ENDING}` === name ? [head as RoomHead] : []
    })
}

/** What happened in a room that was kept. A last line that was cut off by a kill is left out. */
export const readLines = (dir: string, code: string): RoomLine[] =>
  textOf(fileOf(dir, code)).split('\n').slice(1).flatMap(parsed) as RoomLine[]

function beginningOf(file: string): string {
  let opened: number | undefined
  try {
    opened = fs.openSync(file, 'r')
    const bytes = Buffer.alloc(HEAD_BYTES)
    return bytes.toString('utf8', 0, fs.readSync(opened, bytes))
  } catch {
    return ''
  } finally {
    if (opened !== undefined) fs.closeSync(opened)
  }
}

function textOf(file: string): string {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

function parsed(line: string): unknown[] {
  try {
    return line === '' ? [] : [JSON.parse(line)]
  } catch {
    return []
  }
}
