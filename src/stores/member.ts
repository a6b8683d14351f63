import { create } from 'zustand'
import type { AnswerEvent, MemberEvent } from '@domain/progress/events'
import { articleFinished, episodeFinished, scriptRead } from '@domain/progress/finish'
import { PlayedTime } from '@domain/progress/played-time'
import type { PlayedStretch } from '@domain/progress/playback'
import { LivedDay } from '@domain/progress/lived-day'
import { emptyProgress, isArticle, type ProgressState } from '@domain/progress/state'
import type { Notebook } from '@domain/review/due'
import { joinErasure } from '@/storage/erasure'
import type { NoteAnswer } from '@/storage/member-log'
import { quarantine, type Quarantined } from '@/storage/quarantine'
import { memberKeyValue, records } from '@/storage/records'
import { now, stamp } from '@/platform/phone/clock'
import { onOtherTab, tellOtherTabs } from '@/platform/phone/tabs'

type Unstamped<E> = E extends MemberEvent ? Omit<E, 'id' | 'at' | 'day'> : never
export type Act = Unstamped<MemberEvent>
type OtherAct = Unstamped<Exclude<MemberEvent, AnswerEvent>>

interface MemberStore {
  status: 'loading' | 'ready' | 'failed'
  /** Why the records cannot be opened or written, for the member. */
  problem?: string
  progress: ProgressState
  notebook: Notebook
  /** Records that could not be read and are in quarantine. */
  quarantined: Quarantined[]
  /** Share of the storage in use, 0–1. */
  fullness: number
  /**
   * Appends acts, answers with the notebook's rule; resolves once they are durable. A failure is told through `problem`,
   * never thrown.
   */
  record(acts: OtherAct[]): Promise<void>
  record(acts: Act[], note: NoteAnswer): Promise<void>
  /** Keeps the second at which an episode stands, which is no act; durable and failing as with `record`. */
  keepPosition(item: string, second: number): Promise<void>
  /** Resolves once every act recorded so far is durable. */
  settled(): Promise<void>
  /** Takes over what the records hold now: another window or a file has written them. */
  reload(): Promise<void>
  dismissProblem(): void
}

export const useMember = create<MemberStore>((set, get) => {
  // One append at a time keeps the log in the order of the acts.
  let queue: Promise<void> = Promise.resolve()

  /** One write after another; the member is told of one that fails. */
  const inTurn = (write: () => Promise<void>): Promise<void> => {
    queue = queue
      .then(write)
      .then(tellOtherTabs)
      .catch((error: Error) => set({ problem: error.message }))
    return queue
  }
  records.watch({
    opened: found => {
      set({ status: 'ready', ...found })
      // After what this tab is writing, or the older state would be shown over the newer.
      onOtherTab(() => {
        queue = queue.then(get().reload).catch(() => undefined)
      })
    },
    failed: error => set({ status: 'failed', problem: error.message }),
    broken: entry => set(state => ({ quarantined: [...state.quarantined, entry] })),
  })

  return {
    status: 'loading',
    progress: emptyProgress(),
    notebook: {},
    quarantined: [],
    fullness: 0,
    settled: () => queue,
    reload: async () => set(await (await records.open()).log.load()),
    dismissProblem: () => set({ problem: undefined }),
    record: (acts: Act[], note?: NoteAnswer) =>
      inTurn(async () => {
        const { log } = await records.open()
        const events: MemberEvent[] = []
        for (const act of acts) events.push({ ...act, ...(await stamp()) } as MemberEvent)
        const touched = await log.append(events, note!)
        lived.add(events)
        set(state => ({
          progress: merge(state.progress, touched.progress),
          notebook: { ...state.notebook, ...touched.notebook },
        }))
      }),
    keepPosition: (item, second) =>
      inTurn(async () => {
        const { log } = await records.open()
        const { progress } = await log.keepPosition(item, second, now())
        set(state => ({ progress: { ...state.progress, items: { ...state.progress.items, ...progress.items } } }))
      }),
  }
})
joinErasure(useMember, {
  begin: () => {
    const { status, fullness } = useMember.getState()
    return { status, fullness }
  },
  reread: () => useMember.getState().reload(),
})

/** Opens the records; called once at launch. */
export function openMember(): void {
  void records.open().catch(() => undefined)
}

/** Tries again to open records that could not be opened. */
export function reopenMember(): void {
  records.again()
  useMember.setState({ status: 'loading', problem: undefined })
  openMember()
}

/** Keeps what could not be read of a record out of the way, and tells the member. */
export async function quarantineRecord(key: string, raw: string): Promise<void> {
  const entry = await quarantine(await memberKeyValue(), key, raw, now())
  useMember.setState(state => ({ quarantined: [...state.quarantined, entry] }))
}

function merge(all: ProgressState, touched: ProgressState): ProgressState {
  return { ...touched, items: { ...all.items, ...touched.items }, days: { ...all.days, ...touched.days } }
}

/** Records engaged reading of an article or a script, and the finish when it is reached. `chars` is its length. */
export async function recordReading(item: string, seconds: number, reached: number, chars: number): Promise<void> {
  await useMember.getState().record([{ kind: 'read', item, seconds, reached }])
  await finishIf(item, known => (isArticle(item) ? articleFinished(known, chars) : scriptRead(known, reached, chars)))
}

/** Played time of an episode of `seconds` seconds, from `position` on, that becomes acts and, when it is reached, the finish. */
export function startPlayedTime(
  kind: 'listen' | 'watch',
  { id: item, seconds: duration }: { id: string; seconds: number },
  position: number,
  spoken = false,
): PlayedTime {
  const kept = useMember.getState().progress.items[item]?.position?.second ?? 0
  const played = async (stretches: PlayedStretch[]) => {
    await useMember.getState().record(stretches.map(stretch => ({ kind, item, ...stretch })))
    await finishIf(item, known => episodeFinished(known, duration))
  }
  return new PlayedTime(
    { position, kept, spoken },
    {
      now,
      played: stretches => void played(stretches),
      moved: second => void useMember.getState().keepPosition(item, second),
    },
  )
}

/** What this session of the app has seen of the day. */
const lived = new LivedDay()

/** Finished for the first time, or studied to the end again on a later day: a branch may ask for what was read long ago. */
async function finishIf(item: string, done: (known: ProgressState['items'][string]) => boolean): Promise<void> {
  const known = useMember.getState().progress.items[item]
  const again = lived.item(item)
  const first = known && known.finishedAt === undefined && done(known)
  const anew = known?.finishedAt !== undefined && again && again.finishedAt === undefined && done(again)
  if (first || anew) await useMember.getState().record([{ kind: 'finish', item }])
}
