import Taro from '@tarojs/taro'
import { guardClock, startClock, type ClockState } from '@domain/time/clock'
import { shanghaiDay } from '@domain/time/day'
import { uuidv7 } from '@domain/time/uuid'
import { monotonicNow, randomBytes } from './phone'

/** The latest time given out, kept between sessions so that a clock set back opens no day twice. */
const KEY = 'clock'

let clock: ClockState | undefined
let lastId: string | undefined

/** Begins anew at launch and when the app comes back, because phones stop the monotonic clock in sleep. */
export function restartClock(): void {
  clock = startClock({ wall: Date.now(), mono: monotonicNow() }, latestKept())
}

function latestKept(): number {
  try {
    return Number(Taro.getStorageSync(KEY)) || 0
  } catch {
    // 朋友圈's single page may have no storage; nothing is counted there either.
    return 0
  }
}

/** The guarded time, milliseconds since the epoch. */
export function now(): number {
  if (!clock) restartClock()
  const read = guardClock(clock, { wall: Date.now(), mono: monotonicNow() })
  clock = read.state
  return read.now
}

/** Forgets when the last act was, with the acts. */
export function forgetClock(): void {
  Taro.removeStorageSync(KEY)
}

/** Today in Asia/Shanghai. */
export function today(): string {
  return shanghaiDay(now())
}

/** A new id, after every one that this session of the app has made. @param at milliseconds since the epoch */
export async function newId(at = now()): Promise<string> {
  const random = await randomBytes(16)
  lastId = uuidv7(at, random, lastId)
  return lastId
}

/** What every event carries: its own id, the guarded time, and the day it counts for. */
export async function stamp(): Promise<{ id: string; at: number; day: string }> {
  const at = now()
  try {
    Taro.setStorageSync(KEY, at)
  } catch {
    // No room: the records say so themselves, and the clock is guarded without it.
  }
  return { id: await newId(at), at, day: shanghaiDay(at) }
}
