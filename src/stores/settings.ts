import Taro from '@tarojs/taro'
import { create } from 'zustand'
import { DEFAULT_PACE, PACES } from '@domain/catalog/prompter'
import type { SleepChoice } from '@domain/progress/sleep-timer'
import { DEFAULT_PASS, PASS_LINES } from '@domain/quiz/paper-record'
import type { DatedGoal } from '@domain/streak/weeks'
import { isDay } from '@domain/time/day'

export interface Settings {
  /** 0 follows the phone, 1–4 are the steps 1.0, 1.25, 1.5, 2.0. */
  type: 0 | 1 | 2 | 3 | 4
  theme: 'system' | 'light' | 'dark'
  /** Weekly goals in study days, each from the day it was set: changing it never changes a week gone by. */
  goals: DatedGoal[]
  /** Playback speed. */
  rate: number
  /** Line height of articles and transcripts. */
  lines: 'normal' | 'loose'
  /** Goes on with the next episode when one ends. */
  autoplay: boolean
  /** Words over films. */
  captions: boolean
  /** Before a host's media comes over anything but Wi-Fi, the member is asked. */
  dataSaver: boolean
  /** Characters a minute of the teleprompter. */
  pace: number
  /** The last choice of the sleep timer: minutes, or the end of the episode. */
  sleep: SleepChoice
  /** The daily entry in the phone's calendar: not asked about yet, not wanted, or its time `HH:MM` as last given. */
  reminder: string
  /** After a right answer the next question comes by itself. */
  autoNext: boolean
  /** Per cent of right answers from which a paper is passed. */
  passLine: number
  /** It has been said that everything is on this phone. */
  offlineSaid: boolean
}

export const RATES = [0.75, 1, 1.25, 1.5, 1.75, 2]
export const SLEEP_CHOICES: SleepChoice[] = [10, 20, 30, 60, 'episode']

export const REMINDER_TIMES = ['07:30', '12:30', '19:30', '21:00']

export const DEFAULT_SETTINGS: Settings = {
  type: 0,
  theme: 'system',
  goals: [],
  rate: 1,
  lines: 'normal',
  autoplay: true,
  captions: true,
  dataSaver: false,
  pace: DEFAULT_PACE,
  sleep: 20,
  reminder: 'unasked',
  autoNext: false,
  passLine: DEFAULT_PASS,
  offlineSaid: false,
}

/** Small and needed before the first paint, so it lives in synchronous storage, apart from study records. */
const KEY = 'settings'
const VERSION = 1

interface Stored {
  version: number
  settings: Partial<Settings>
}

/** What is stored, with anything foreign or out of range replaced by its default. */
export function sanitise(raw: unknown): Settings {
  const given = (raw as Stored | undefined)?.settings ?? {}
  return {
    type: oneOf(given.type, [0, 1, 2, 3, 4], DEFAULT_SETTINGS.type),
    theme: oneOf(given.theme, ['system', 'light', 'dark'], DEFAULT_SETTINGS.theme),
    goals: Array.isArray(given.goals) ? given.goals.filter(isGoal) : DEFAULT_SETTINGS.goals,
    rate: oneOf(given.rate, RATES, DEFAULT_SETTINGS.rate),
    lines: oneOf(given.lines, ['normal', 'loose'], DEFAULT_SETTINGS.lines),
    autoplay: oneOf(given.autoplay, [true, false], DEFAULT_SETTINGS.autoplay),
    captions: oneOf(given.captions, [true, false], DEFAULT_SETTINGS.captions),
    dataSaver: oneOf(given.dataSaver, [true, false], DEFAULT_SETTINGS.dataSaver),
    pace: oneOf(given.pace, PACES, DEFAULT_SETTINGS.pace),
    sleep: oneOf(given.sleep, SLEEP_CHOICES, DEFAULT_SETTINGS.sleep),
    reminder: oneOf(given.reminder, ['unasked', 'off', ...REMINDER_TIMES], DEFAULT_SETTINGS.reminder),
    autoNext: oneOf(given.autoNext, [true, false], DEFAULT_SETTINGS.autoNext),
    passLine: oneOf(given.passLine, PASS_LINES, DEFAULT_SETTINGS.passLine),
    offlineSaid: oneOf(given.offlineSaid, [true, false], DEFAULT_SETTINGS.offlineSaid),
  }
}

/** What belongs to one phone: its calendar, and what is stored on it. */
const OF_THE_PHONE: (keyof Settings)[] = ['reminder', 'offlineSaid']

/** Settings of another phone: one that was changed here stays, and no week loses its goal. */
export function joinSettings(own: Settings, raw: unknown): Settings {
  const theirs = sanitise({ settings: raw })
  const stays = (key: keyof Settings) => own[key] !== DEFAULT_SETTINGS[key] || OF_THE_PHONE.includes(key)
  const changed = Object.entries(own).filter(([key]) => stays(key as keyof Settings))
  const known = own.goals.map(goal => goal.from)
  const goals = [...theirs.goals.filter(goal => !known.includes(goal.from)), ...own.goals]
  return { ...theirs, ...Object.fromEntries(changed), goals: goals.sort((a, b) => (a.from < b.from ? -1 : 1)) }
}

function isGoal(value: unknown): value is DatedGoal {
  const { from, days } = (value ?? {}) as Partial<DatedGoal>
  return typeof from === 'string' && isDay(from) && oneOf(days, [1, 2, 3, 4, 5, 6, 7], 0) !== 0
}

function oneOf<T>(value: unknown, allowed: T[], fallback: T): T {
  return allowed.includes(value as T) ? (value as T) : fallback
}

/** In 朋友圈's single page there may be no storage at all. */
function stored(): unknown {
  try {
    return Taro.getStorageSync(KEY) || undefined
  } catch {
    return undefined
  }
}

interface SettingsStore extends Settings {
  set(change: Partial<Settings>): void
}

export const useSettings = create<SettingsStore>(update => {
  const save = (settings: Settings) => {
    try {
      Taro.setStorageSync(KEY, { version: VERSION, settings } satisfies Stored)
    } catch {
      // No room: in force for this session, as far as the member can see.
    }
  }
  return {
    ...sanitise(stored()),
    set: change =>
      update(state => {
        save(sanitise({ settings: { ...state, ...change } }))
        return change
      }),
  }
})
