import {
  CONTEST_DAYS_MOST,
  CONTEST_MINUTES_LEAST,
  CONTEST_NOTE,
  CONTEST_QUESTIONS,
  CONTEST_TITLE,
  PAPER_SECONDS,
  POOL_QUESTIONS,
  QUESTION_SECONDS,
} from '../contract/contest-limits'
import type { BlueprintRow, ContestSettings } from '../contract/contests'
import { addDays, type Day, dayStart, isDay, shanghaiDay } from '../time/day'
import { clockTime } from '../time/format'

/** A contest as a form holds it: days and times of day in Shanghai, and the numbers of a fixed paper as they were typed. */
export interface ContestDraft extends Omit<ContestSettings, 'opens' | 'closes' | 'paper'> {
  opensDay: Day
  opensTime: string
  closesDay: Day
  closesTime: string
  paper: 'blueprint' | 'fixed'
  rows: BlueprintRow[]
  /** `1-20, 25` */
  numbers: string
}

/** What a form begins with: a week from tomorrow, twenty questions of half a minute. @param org the organiser's own */
export function blankDraft(org: string, today: Day): ContestDraft {
  return {
    title: '',
    note: '',
    opensDay: addDays(today, 1),
    opensTime: '09:00',
    closesDay: addDays(today, 7),
    closesTime: '18:00',
    within: org,
    tries: 1,
    clock: { kind: 'question', seconds: 30 },
    paper: 'blueprint',
    rows: [{ count: 20 }],
    numbers: '',
    practice: [],
    winners: { count: 10, names: 'chosen' },
    teams: null,
    reveal: true,
    certificate: true,
  }
}

/** The form of a contest that is stored; {@link settingsOf} is the way back. Moments become a day and a time in Shanghai. */
export function draftOf({ opens, closes, paper, ...rest }: ContestSettings): ContestDraft {
  const [from, to] = [Date.parse(opens), Date.parse(closes)]
  return {
    ...rest,
    opensDay: shanghaiDay(from),
    opensTime: clockTime(opens),
    closesDay: shanghaiDay(to),
    closesTime: clockTime(closes),
    paper: paper.kind,
    rows: paper.kind === 'blueprint' ? paper.rows : [{ count: 20 }],
    numbers: paper.kind === 'fixed' ? writeNumbers(paper.numbers) : '',
  }
}

/** What is sent; {@link draftProblems} says first whether it can be. */
export function settingsOf(draft: ContestDraft): ContestSettings {
  const { opensDay, opensTime, closesDay, closesTime, paper, rows, numbers, title, note, ...rest } = draft
  return {
    ...rest,
    title: title.trim(),
    note: note.trim(),
    opens: momentOf(opensDay, opensTime),
    closes: momentOf(closesDay, closesTime),
    paper: paper === 'fixed' ? { kind: 'fixed', numbers: readNumbers(numbers) ?? [] } : { kind: 'blueprint', rows },
  }
}

/** ISO 8601 of a time of day (`HH:MM`) in Shanghai. */
function momentOf(day: Day, time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(dayStart(day) + (hours * 60 + minutes) * 60_000).toISOString()
}

const isTime = (text: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(text)

export interface DraftProblem {
  field: 'title' | 'note' | 'window' | 'clock' | 'within' | 'paper'
  words: string
}

/** What has to be mended before the form can be sent: what, and what to do. @param now milliseconds since the epoch */
export function draftProblems(draft: ContestDraft, now: number): DraftProblem[] {
  const problems: DraftProblem[] = []
  const say = (field: DraftProblem['field'], words: string) => void problems.push({ field, words })
  const { title, note, opensDay, opensTime, closesDay, closesTime, clock, within } = draft
  if (title.trim() === '') say('title', '写上竞赛叫什么')
  if (title.length > CONTEST_TITLE) say('title', `名称最多 ${CONTEST_TITLE} 字`)
  if (note.length > CONTEST_NOTE) say('note', `说明最多 ${CONTEST_NOTE} 字`)
  if (within.trim() === '') say('within', '选一个组织：给它的党员办')
  if (![opensDay, closesDay].every(isDay) || ![opensTime, closesTime].every(isTime)) {
    say('window', '开始和结束的日子、时间都要写')
  } else {
    const [from, to] = [momentOf(opensDay, opensTime), momentOf(closesDay, closesTime)].map(it => Date.parse(it))
    const minutes = (to! - from!) / 60_000
    if (to! <= now) say('window', '结束的时间已经过了，往后改')
    else if (minutes < CONTEST_MINUTES_LEAST) say('window', `结束要比开始晚，至少 ${CONTEST_MINUTES_LEAST} 分钟`)
    else if (minutes > CONTEST_DAYS_MOST * 24 * 60) say('window', `最长 ${CONTEST_DAYS_MOST} 天，把结束的日子往前改`)
  }
  const [least, most] = clock.kind === 'question' ? QUESTION_SECONDS : PAPER_SECONDS
  if (clock.seconds < least || clock.seconds > most) say('clock', `时间要在 ${least} 到 ${most} 秒之间`)
  const paper = paperProblem(draft)
  if (paper) say('paper', paper)
  return problems
}

function paperProblem({ paper, rows, numbers }: ContestDraft): string | undefined {
  if (paper === 'fixed') {
    const read = readNumbers(numbers)
    if (!read) return '题号写成“1-20，25”这样：数字、短横和逗号'
    if (read.length === 0) return '写上出哪些题的题号'
    return read.length > CONTEST_QUESTIONS
      ? `一份卷子最多 ${CONTEST_QUESTIONS} 题，现在是 ${read.length} 题`
      : undefined
  }
  const total = rows.reduce((sum, it) => sum + it.count, 0)
  if (rows.length === 0) return '加一行，写上抽几题'
  if (rows.some(it => it.count < 1)) return '每一行都要写抽几题'
  if (total > CONTEST_QUESTIONS) return `一份卷子最多 ${CONTEST_QUESTIONS} 题，现在是 ${total} 题`
  const clash = rows.findIndex((row, i) => rows.slice(0, i).some(other => meet(row, other)))
  return clash > 0 ? `第 ${clash + 1} 行和前面的一行会抽到同样的题：题型、难度、主题至少有一样要分得开` : undefined
}

/** Whether a question may fit both. */
function meet(a: BlueprintRow, b: BlueprintRow): boolean {
  const both = <T>(one: T | undefined, other: T | undefined) =>
    one === undefined || other === undefined || one === other
  return both(a.type, b.type) && both(a.difficulty, b.difficulty) && both(a.topic, b.topic)
}

/** `1-3, 7` → 1, 2, 3, 7, each once and in order; undefined when it is written otherwise or a number is none of a pool's. */
export function readNumbers(text: string): number[] | undefined {
  const numbers = new Set<number>()
  for (const part of text.split(/[,，、\s]+/).filter(Boolean)) {
    const found = /^(\d{1,4})(?:[-–—~～](\d{1,4}))?$/.exec(part)
    if (!found) return undefined
    const [from, to] = [Number(found[1]), Number(found[2] ?? found[1])]
    if (from < 1 || to < from || to > POOL_QUESTIONS) return undefined
    for (let n = from; n <= to; n++) numbers.add(n)
  }
  return [...numbers].sort((a, b) => a - b)
}

/** 1, 2, 3, 7 → `1-3，7`. */
export function writeNumbers(numbers: readonly number[]): string {
  const runs: [number, number][] = []
  for (const n of [...numbers].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1]
    if (last && n === last[1] + 1) last[1] = n
    else runs.push([n, n])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join('，')
}
