import { create } from 'zustand'
import { CONSENT_VERSION } from '@domain/contract/consent'
import { BATCH_LIMIT } from '@domain/contract/sync'
import { clockIsOff, settle, waitAfter, type Rejected } from '@domain/sync/outbox'
import { ApiError } from '@/api/client'
import { sendEvents } from '@/api/sync'
import { onNetworkBack } from '@/platform/phone/network'
import { oneAtATime } from '@/platform/phone/one-at-a-time'
import { now, today } from '@/platform/phone/clock'
import { Later } from '@/platform/later'
import { joinErasure } from '@/storage/erasure'
import { memberLog } from '@/storage/records'
import { useMember } from './member'
import { authorisedAs, useSession } from './session'

/** Acts come in bursts: a burst is one request, milliseconds. */
const AFTER_ACTS_MS = 3_000

/** What a member who binds this phone wants uploaded: all that the log still holds, today's, or only what comes. */
export type Beginning = 'past' | 'today' | 'now'

interface SyncStore {
  /** What the phone knows of uploading for the member signed in; undefined until read. */
  outbox?: {
    /** The member has chosen what to begin with; nothing is uploaded before. */
    chosen: boolean
    /** Somebody else has studied on this phone under their own name. */
    foreign: boolean
    /** Acts that wait. */
    waiting: number
    rejected: Rejected[]
    /** When an upload was last answered, milliseconds. */
    sentAt?: number
    /** The service has found this phone's clock wrong: what is done now does not count for the branch. */
    clockOff: boolean
    /** Whether what the service knows has been joined into this phone's records. */
    joined: boolean
  }
  sending: boolean
  /** Tries in a row that did not succeed. */
  failures: number
  /** What follows whenever nothing waits any more; the account's sub-package brings it (actions/history). */
  afterUpload?: (owner: string) => Promise<void>
  /** Why the last try did not succeed. */
  problem?: string
  /** Begins uploading for the member signed in. @param join takes their records at the service to this phone */
  begin(from: Beginning, join: boolean): Promise<void>
  /** Uploads now, as far as there is a network. Never throws: a failure is told through `problem`. */
  send(): Promise<void>
  dismissRejected(): Promise<void>
}

/** The next try. */
const next = new Later()

/** Uploading for the member who is signed in. Everything is kept in the outbox beside the log (storage/outbox). */
export const useSync = create<SyncStore>((set, get) => ({
  sending: false,
  failures: 0,
  begin: async (from, join) => {
    const { owner } = useSession.getState()
    if (!owner) return
    await useMember.getState().settled()
    const log = await memberLog()
    const first = today()
    await log.collectFor(owner, event => from === 'past' || (from === 'today' && event.day >= first))
    await log.outbox.setState(owner, { join })
    await look()
    await get().send()
  },
  send: async () => {
    next.cancel()
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
  dismissRejected: async () => {
    const { owner } = useSession.getState()
    if (owner) await (await memberLog()).outbox.dismissRejected(owner)
    await look()
  },
}))

joinErasure(useSync, {
  stop: () => next.cancel(),
  begin: () => ({ afterUpload: useSync.getState().afterUpload }),
})

/** Sends batch after batch until nothing waits; what was answered is gone from the phone before the next is sent. */
async function upload(owner: string): Promise<void> {
  const { outbox } = await memberLog()
  for (;;) {
    const batch = (await outbox.waiting(owner)).slice(0, BATCH_LIMIT)
    if (batch.length === 0) return
    const answer = await sendEvents(authorisedAs(owner), batch)
    const settled = settle(batch, answer)
    if (settled.answered.size === 0) throw new ApiError('服务的回答看不懂，学习记录还在手机上', 200, 'unexpected', true)
    const clockOff = clockIsOff(batch, answer, now())
    await outbox.settle(owner, settled, { sentAt: now(), ...(clockOff !== undefined && { clockOff }) })
    await look()
  }
}

async function look(): Promise<void> {
  const { owner } = useSession.getState()
  if (!owner) return useSync.setState({ outbox: undefined, problem: undefined })
  const { outbox } = await memberLog()
  const [owners, state, waiting, rejected] = await Promise.all([
    outbox.owners(),
    outbox.state(owner),
    outbox.waiting(owner),
    outbox.rejected(owner),
  ])
  useSync.setState({
    outbox: {
      chosen: state !== undefined,
      foreign: owners.some(it => it !== owner),
      waiting: waiting.length,
      rejected,
      sentAt: state?.sentAt,
      clockOff: state?.clockOff === true,
      joined: state?.joinedAt !== undefined,
    },
  })
}

function soon(ms: number): void {
  next.set(ms, () => void useSync.getState().send())
}

/** Somebody has signed in or out. A phone with nothing on it and nobody else's has nothing to ask about. */
async function onSession(): Promise<void> {
  useSync.setState({ failures: 0 })
  await look()
  const { owner } = useSession.getState()
  if (!owner) return next.cancel()
  const { outbox } = await memberLog()
  if ((await outbox.state(owner)) !== undefined) {
    await outbox.resume(owner)
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
    void look().catch(tell)
    // After a failure the wait that was chosen then holds.
    if (useSync.getState().failures === 0) soon(AFTER_ACTS_MS)
  })
  onNetworkBack(sendIfWaiting)
}

/** The app is in front again, or the network is back. */
export function sendIfWaiting(): void {
  if (useSync.getState().outbox?.chosen) soon(0)
}

const tell = (error: Error) => useSync.setState({ problem: error.message })
