import { create } from 'zustand'
import type { MemberEvent } from '@domain/progress/events'
import { articleFinished, episodeFinished } from '@domain/progress/finish'
import { emptyProgress, type ProgressState } from '@domain/progress/state'
import type { Notebook } from '@domain/review/notebook'
import { openKeyValue, type KeyValue } from '@/storage/key-value'
import { MemberLog } from '@/storage/member-log'
import { migrate } from '@/storage/migrations'
import { checkRest, listAside, setAside, type SetAside } from '@/storage/quarantine'
import { now, stamp } from '@/platform/phone/stamper'
import { onOtherTab, tellOtherTabs } from '@/platform/phone/tabs'

type Unstamped<E> = E extends MemberEvent ? Omit<E, 'id' | 'at' | 'day'> : never
export type Act = Unstamped<MemberEvent>

interface MemberStore {
  status: 'loading' | 'ready' | 'failed'
  /** Why the records cannot be opened or written, for the member. */
  problem?: string
  progress: ProgressState
  notebook: Notebook
  /** Records that could not be read and were set aside. */
  aside: SetAside[]
  /** Share of the storage in use, 0–1. */
  fullness: number
  /** Appends acts; resolves once they are durable. A failure is told through `problem`, never thrown. */
  record(acts: Act[]): Promise<void>
  /** Keeps the second at which an episode stands, which is no act; durable and failing as with `record`. */
  stand(item: string, second: number): Promise<void>
  /** Resolves once every act recorded so far is durable. */
  settled(): Promise<void>
  dismissProblem(): void
}

// One append at a time keeps the log in the order of the acts.
let queue: Promise<void> = Promise.resolve()

let opened: Promise<{ kv: KeyValue; log: MemberLog }> | undefined

/** The phone's record store, opened once; other stores keep their own keys in it. */
export async function memberKeyValue(): Promise<KeyValue> {
  return (await open()).kv
}

/** Keeps what could not be read of a record out of the way, and tells the member. */
export async function putAside(key: string, raw: string): Promise<void> {
  const entry = await setAside(await memberKeyValue(), key, raw, now())
  useMember.setState(state => ({ aside: [...state.aside, entry] }))
}

/** The event log, for export and upload. */
export async function memberLog(): Promise<MemberLog> {
  return (await open()).log
}

function open() {
  opened ??= (async () => {
    const broken: { key: string; raw: unknown }[] = []
    let told = (key: string, raw: unknown) => void broken.push({ key, raw })
    const onCorrupt = (key: string, raw: unknown) => told(key, raw)
    const kv = await openKeyValue(onCorrupt)
    const log = new MemberLog(kv, onCorrupt)
    await migrate(kv)
    const loaded = await log.load()
    await checkRest(kv, onCorrupt)
    // Out of the way before anything is written: what comes under these keys next is whole.
    for (const { key, raw } of broken) await setAside(kv, key, raw, now())
    told = (key, raw) =>
      void setAside(kv, key, raw, now()).then(entry => {
        useMember.setState(state => ({ aside: [...state.aside, entry] }))
      })
    await log.prune(now())
    const { used, limit } = await kv.usage()
    useMember.setState({ status: 'ready', ...loaded, aside: await listAside(kv), fullness: used / limit })
    // After what this tab is writing, or the older state would be shown over the newer.
    onOtherTab(() => {
      queue = queue.then(() => reload(log)).catch(() => undefined)
    })
    return { kv, log }
  })().catch(error => {
    useMember.setState({ status: 'failed', problem: (error as Error).message })
    throw error
  })
  return opened
}

/** Opens the records; called once at launch. */
export function openMember(): void {
  void open().catch(() => undefined)
}

/** Tries again to open records that could not be opened. */
export function reopenMember(): void {
  opened = undefined
  useMember.setState({ status: 'loading', problem: undefined })
  openMember()
}

async function reload(log: MemberLog): Promise<void> {
  useMember.setState(await log.load())
}

/** One write after another; the member is told of one that fails. */
function inTurn(write: () => Promise<void>): Promise<void> {
  queue = queue
    .then(write)
    .then(tellOtherTabs)
    .catch(error => useMember.setState({ problem: (error as Error).message }))
  return queue
}

export const useMember = create<MemberStore>(set => ({
  status: 'loading',
  progress: emptyProgress(),
  notebook: {},
  aside: [],
  fullness: 0,
  settled: () => queue,
  dismissProblem: () => set({ problem: undefined }),
  record: acts =>
    inTurn(async () => {
      const { log } = await open()
      const events: MemberEvent[] = []
      for (const act of acts) events.push({ ...act, ...(await stamp()) } as MemberEvent)
      const touched = await log.append(events)
      set(state => ({
        progress: merge(state.progress, touched.progress),
        notebook: { ...state.notebook, ...touched.notebook },
      }))
    }),
  stand: (item, second) =>
    inTurn(async () => {
      const { log } = await open()
      const { progress } = await log.stand(item, second, now())
      set(state => ({ progress: { ...state.progress, items: { ...state.progress.items, ...progress.items } } }))
    }),
}))

function merge(all: ProgressState, touched: ProgressState): ProgressState {
  return { ...touched, items: { ...all.items, ...touched.items }, days: { ...all.days, ...touched.days } }
}

/** Records engaged reading, and the finish when it is reached. `chars` is the article's length. */
export async function recordReading(item: string, seconds: number, reached: number, chars: number): Promise<void> {
  await useMember.getState().record([{ kind: 'read', item, seconds, reached }])
  await finishIf(item, known => articleFinished(known, chars))
}

interface Stretch {
  from: number
  position: number
  seconds: number
}

/** Records played stretches of an episode of `duration` seconds, and the finish when it is reached. */
export async function recordPlaying(
  kind: 'listen' | 'watch',
  item: string,
  stretches: Stretch[],
  duration: number,
): Promise<void> {
  if (stretches.length === 0) return
  await useMember.getState().record(stretches.map(stretch => ({ kind, item, ...stretch })))
  await finishIf(item, known => episodeFinished(known, duration))
}

async function finishIf(item: string, done: (known: ProgressState['items'][string]) => boolean): Promise<void> {
  const known = useMember.getState().progress.items[item]
  if (known && known.finishedAt === undefined && done(known)) {
    await useMember.getState().record([{ kind: 'finish', item }])
  }
}
