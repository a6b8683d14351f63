import { create } from 'zustand'
import { CONSENT_VERSION } from '@domain/contract/consent'
import type { DayAnswer } from '@domain/contract/days'
import { DAYS_AT_ONCE } from '@domain/contract/day-limits'
import { waitAfter } from '@domain/sync/backoff'
import { type DaySoFar, dayRecord, dayState } from '@domain/sync/day-record'
import { ApiError } from '@/api/client'
import { putDays } from '@/api/days'
import { onNetworkBack } from '@/platform/phone/network'
import { oneAtATime } from '@/platform/phone/one-at-a-time'
import { now, today } from '@/platform/phone/clock'
import { randomId } from '@/platform/phone/random-id'
import { Later } from '@/platform/later'
import { joinErasure } from '@/storage/erasure'
import { memberLog } from '@/storage/records'
import { useMember } from './member'
import { authorisedAs, useSession } from './session'

/** Acts come in bursts: a burst is one request, milliseconds. */
const AFTER_ACTS_MS = 3_000
/** Of answers it has ended when none has come for so long: told one by one they would say by their arrival when each was given. */
const AFTER_ANSWERS_MS = 20_000

/** What a member who binds this phone wants uploaded: all the days that still count, today's, or only what comes. */
export type Beginning = 'past' | 'today' | 'now'

interface SyncStore {
  /** What the phone knows of uploading for the member signed in; undefined until read. */
  outbox?: {
    /** The member has chosen what to begin with; nothing is uploaded before. */
    chosen: boolean
    /** Somebody else has studied on this phone under their own name. */
    foreign: boolean
    /** All days that are kept, ascending. */
    days: DaySoFar[]
    /** Days that wait, ascending. */
    waiting: DaySoFar[]
    /** Days that lie ahead of the phone's clock: they wait until they have come. */
    ahead: DaySoFar[]
    /** Days that are too old to be told of. */
    old: DaySoFar[]
    /** Ids that the service did not know. */
    unknown: string[]
    /** When an upload was last answered, milliseconds. */
    sentAt?: number
    /** Whether the service's days have been joined into this phone's records. */
    joined: boolean
  }
  sending: boolean
  /** Tries in a row that did not succeed. */
  failures: number
  /** What the days said but for numbers of answers when acts were last counted in. */
  said: string
  /** Whether more than numbers of answers waits to be sent. */
  urgent: boolean
  /** What follows whenever nothing waits any more; the account's sub-package brings it (actions/held-days). */
  afterUpload?: (owner: string) => Promise<void>
  /** Why the last try did not succeed. */
  problem?: string
  /** Begins uploading for the member signed in. @param join takes the days of their other phones to this one */
  begin(from: Beginning, join: boolean): Promise<void>
  /** Uploads now, as far as there is a network. Never throws: a failure is told through `problem`. */
  send(): Promise<void>
}

/** The next try. */
const next = new Later()

const REFUSED = {
  ahead: '这部手机的日期比服务早，请在手机设置里打开“自动设置时间”；学习都在手机上，到了那一天会接着上传。',
  old: '这部手机的日期比服务晚，请在手机设置里打开“自动设置时间”；学习都在手机上。',
  devices: '您名下近两周已有五部手机在上传，这一部暂时不能再加。学习都在手机上。',
  full: '这一天报的已经到一天的上限，多出来的没有报。学习都在手机上。',
} as const

/** Uploading for the member who is signed in. Everything is kept in the outbox beside the log (storage/outbox). */
export const useSync = create<SyncStore>((set, get) => ({
  sending: false,
  failures: 0,
  said: '',
  urgent: false,
  begin: async (from, join) => {
    const { owner } = useSession.getState()
    if (!owner) return
    await useMember.getState().settled()
    const log = await memberLog()
    const first = today()
    const wanted = (day: string) => from === 'past' || (from === 'today' && day >= first)
    await log.collectFor(owner, event => wanted(event.day), await randomId())
    await log.outbox.setState(owner, { join })
    await look()
    await get().send()
  },
  send: async () => {
    next.cancel()
    set({ urgent: false })
    const { owner, me } = useSession.getState()
    if (!owner || me?.left || me?.consent !== CONSENT_VERSION) return
    try {
      const worked = await oneAtATime('sync', async () => {
        set({ sending: true })
        await upload(owner)
        await get().afterUpload?.(owner)
      })
      // Somebody is at it already and may be past the sending: what came since is looked for afterwards.
      if (!worked) return soon(AFTER_ACTS_MS)
      set({ failures: 0, problem: undefined })
    } catch (error) {
      set(({ failures }) => ({ failures: failures + 1, problem: (error as Error).message }))
      if (error instanceof ApiError && error.retryable) soon(waitAfter(get().failures, Math.random()))
    } finally {
      set({ sending: false })
      await look()
    }
  },
}))

joinErasure(useSync, {
  stop: () => next.cancel(),
  begin: () => ({ afterUpload: useSync.getState().afterUpload }),
})

/**
 * Sends the days that wait, the oldest first, as they are the first that no longer count; each is a few dozen bytes, so nearly always
 * all of them go in one request. More are days of several phones. @throws ApiError
 */
async function upload(owner: string): Promise<void> {
  const { outbox } = await memberLog()
  const waiting = (await outbox.days(owner)).filter(it => dayState(it, today()) === 'waits')
  let refused: DayAnswer | undefined
  for (let i = 0; i < waiting.length; i += DAYS_AT_ONCE) {
    const days = waiting.slice(i, i + DAYS_AT_ONCE)
    const { results } = await putDays(authorisedAs(owner), days.map(dayRecord))
    if (results?.length !== days.length) {
      throw new ApiError('服务的回答看不懂，学习记录还在手机上', 200, 'unexpected', true)
    }
    await outbox.settle(owner, days, results, { at: now(), day: today() })
    refused ??= results.find(it => !it.taken)
  }
  if (refused) throw new ApiError(REFUSED[refused.reason ?? 'old'], 200, 'refused', false)
}

async function look(): Promise<void> {
  const { owner } = useSession.getState()
  if (!owner) return useSync.setState({ outbox: undefined, problem: undefined })
  const { outbox } = await memberLog()
  const [owners, state, days] = await Promise.all([outbox.owners(), outbox.state(owner), outbox.days(owner)])
  const are = (state: string) => days.filter(it => dayState(it, today()) === state)
  useSync.setState({
    outbox: {
      chosen: state !== undefined,
      foreign: owners.some(it => it !== owner),
      days,
      waiting: are('waits'),
      ahead: are('ahead'),
      old: are('old'),
      unknown: [...new Set(days.flatMap(it => it.unknown ?? []))],
      sentAt: state?.sentAt,
      joined: state?.joinedAt !== undefined,
    },
  })
}

function soon(ms: number): void {
  next.set(ms, () => void useSync.getState().send())
}

/** After a failure the wait that was chosen then holds. */
function soonAfterActs(): void {
  const { failures, ...before } = useSync.getState()
  const said = saysNow()
  const urgent = before.urgent || said !== before.said
  useSync.setState({ said, urgent })
  if (failures === 0) soon(urgent ? AFTER_ACTS_MS : AFTER_ANSWERS_MS)
}

/** What the days say but for numbers of answers. */
function saysNow(): string {
  const records = useSync.getState().outbox?.days.map(dayRecord) ?? []
  return records
    .filter(it => it.studied || it.finished.length > 0)
    .map(({ day, device, studied, finished }) => [day, device, studied, ...finished].join(' '))
    .join()
}

/** Somebody has signed in or out. A phone with nothing on it and nobody else's has nothing to ask about. */
async function onSession(): Promise<void> {
  useSync.setState({ failures: 0 })
  await look()
  useSync.setState({ said: saysNow() })
  const { owner } = useSession.getState()
  if (!owner) return next.cancel()
  const { outbox } = await memberLog()
  if ((await outbox.state(owner)) !== undefined) {
    await outbox.resume(owner, await randomId())
    return useSync.getState().send()
  }
  const { days, items } = useMember.getState().progress
  const others = (await outbox.owners()).length > 0
  if (Object.keys(days).length > 0 || Object.keys(items).length > 0 || others) return
  await useSync.getState().begin('today', true)
}

/** Called once at launch. With nobody signed in, nothing is ever asked of the network. */
export function startSync(): void {
  useSession.subscribe(({ owner }, before) => {
    if (owner !== before.owner) void onSession().catch(tell)
  })
  useMember.subscribe(({ progress }, before) => {
    if (progress === before.progress || !useSync.getState().outbox?.chosen) return
    void look().then(soonAfterActs).catch(tell)
  })
  onNetworkBack(sendIfWaiting)
}

/** The app is in front again, or the network is back. */
export function sendIfWaiting(): void {
  if (useSync.getState().outbox?.chosen) soon(0)
}

const tell = (error: Error) => useSync.setState({ problem: error.message })
