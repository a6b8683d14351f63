/** What phones, screens and the service say in a room. The app imports types only: zod stays out of its package. */
import { z } from 'zod'
import { ROUND_KINDS, STEPS, type Phase, type RoundKind, type Step } from '../room/game'
import type { AskedQuestion, Solution } from '../room/question'
import { ROOM_QUESTIONS, ROOM_SECONDS, ROOM_TEAMS } from './room-limits'

const kind = z.enum(ROUND_KINDS.map(it => it.id))
const code = z.string().regex(/^\d{6}$/)
const key = z.string().regex(/^[\w-]{22}$/)
const at = z.int().min(-1).max(ROOM_QUESTIONS)
const option = z.string().max(8)

/** `POST /v1/rooms`: which questions are asked, and how. They are named, not sent: the service has its own feed. */
export const newRoomSchema = z.strictObject({
  questions: z
    .array(z.strictObject({ id: z.string().regex(/^q-\d{4,6}$/), kind }))
    .min(1)
    .max(ROOM_QUESTIONS),
  seconds: z.literal(ROOM_SECONDS).describe('一题开多久，秒；0 是由主持人关'),
  teams: z.int().min(0).max(ROOM_TEAMS).describe('几个队；0 是不分队'),
})
export type NewRoom = z.infer<typeof newRoomSchema>

export const roomMadeSchema = z.object({
  code: code.describe('六位数字，手机用它进来'),
  key: key.describe('主持人的钥匙：有它的屏幕才能往下走。只给这一次'),
  address: z.string().optional().describe('同一个局域网里的手机打开的地址，只有 npm start -- --lan 有'),
})
export type RoomMade = z.infer<typeof roomMadeSchema>

/** The first message of a socket. A phone that was here before comes back with its key, or takes another name with it. */
export const helloSchema = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('host'), code, key }),
  z.strictObject({ t: z.literal('join'), code, name: z.string().min(1).max(60), key: key.optional() }),
  z.strictObject({ t: z.literal('back'), code, key }),
])
export type Hello = z.infer<typeof helloSchema>

/** `at` says which question is meant: what was sent about another one is dropped. */
export const fromPhoneSchema = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('answer'), at, options: z.array(option).min(1).max(8) }),
  z.strictObject({ t: z.literal('buzz'), at }),
  z.strictObject({ t: z.literal('team'), team: z.int().min(0).max(ROOM_TEAMS) }),
])
export type FromPhone = z.infer<typeof fromPhoneSchema>

/** `from` is the phase that the screen showed: a button that was pressed twice does one thing. */
export const fromHostSchema = z.discriminatedUnion('t', [
  z.strictObject({ t: z.literal('step'), step: z.enum(STEPS), at, from: z.string().max(12) }),
  z.strictObject({ t: z.enum(['pause', 'resume', 'undo', 'lock', 'unlock', 'finish']), at, from: z.string().max(12) }),
  // `after`: and everybody who came later and has done nothing.
  z.strictObject({ t: z.literal('remove'), player: z.string().max(8), after: z.literal(true).optional() }),
  // Whoever is not connected and has answered nothing.
  z.strictObject({ t: z.literal('clear') }),
])
export type FromHost = z.infer<typeof fromHostSchema>

/** What both see. */
interface SharedView {
  code: string
  phase: Phase
  /** Which question, from 0. */
  at: number
  count: number
  kind?: RoundKind
  question?: AskedQuestion
  /** Only once it is closed, and not of one that was skipped. */
  solution?: Solution
  /** Milliseconds to the end of what is open; without, there is none. */
  left?: number
  paused: boolean
  void: boolean
  skipped: boolean
  teams: number
  /** At the end: how many questions counted. */
  counted?: number
}

export interface ScreenView extends SharedView {
  address?: string
  locked: boolean
  /** How many are in, and how many of them are connected. */
  players: number
  here: number
  answered: number
  /** How often each option was chosen; only once it is closed. */
  chosen?: Record<string, number>
  right?: number
  /** 抢答: who was first, by how much. */
  buzzes: { name: string; team: number; ms: number }[]
  /** 抢答: what whoever had the go said. */
  said?: string[]
  can: Step[]
  /** What undo would take back. */
  undo?: Step
  /** How many the host may send out at once: not connected, and nothing answered. */
  absent: number
  /** In the lobby and at the end. */
  people?: { player: string; name: string; team: number; here: boolean }[]
  scores?: { team: number; members: number; each: number }[]
  best?: { name: string; team: number; right: number; seconds: number }[]
  /** The service could not write: a restart would lose it. */
  unkept?: true
}

export interface PhoneView extends SharedView {
  name: string
  team: number
  /** What this phone has given, as the service has it. */
  given?: string[]
  /** Once it is closed. */
  right?: boolean
  mayAnswer: boolean
  mayBuzz: boolean
  /** 抢答: its place among those who buzzed, from 1. */
  place?: number
  /** 抢答: who has the go. */
  first?: string
  /** Right answers so far, of closed questions. */
  score: number
}

/** Why a socket is refused or ended. With `again` the phone tries once more by itself. */
export type RefusalCode = 'wrong' | 'many' | 'full' | 'locked' | 'name' | 'removed' | 'over' | 'invalid' | 'busy'

export type ToClient =
  | { t: 'joined'; key: string }
  | { t: 'screen'; view: ScreenView }
  | { t: 'phone'; view: PhoneView }
  | { t: 'no'; code: RefusalCode; message: string }
