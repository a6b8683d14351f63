import { now } from '@/platform/phone/clock'
import { openKeyValue, type KeyValue } from './key-value'
import { MemberLog } from './member-log'
import { migrate } from './migrations'
import { checkRest, listQuarantined, quarantine, type Quarantined } from './quarantine'

/** What is in the records when they are opened. */
export type Opened = Awaited<ReturnType<MemberLog['load']>> & { quarantined: Quarantined[]; fullness: number }

interface Watcher {
  opened(found: Opened): void
  failed(error: Error): void
  /** A record could not be read later on and is in quarantine now. */
  broken(entry: Quarantined): void
}

/** The phone's record store and the event log in it, opened once by whoever comes first. */
class Records {
  private opening?: Promise<{ kv: KeyValue; log: MemberLog }>
  private watcher?: Watcher

  /** Tells how the opening went. */
  watch(watcher: Watcher): void {
    this.watcher = watcher
  }

  /** @throws when the records cannot be opened; so does every later call, until {@link again} */
  open(): Promise<{ kv: KeyValue; log: MemberLog }> {
    this.opening ??= this.openNow().catch((error: Error) => {
      this.watcher?.failed(error)
      throw error
    })
    return this.opening
  }

  /** The next call opens them anew. */
  again(): void {
    this.opening = undefined
  }

  private async openNow(): Promise<{ kv: KeyValue; log: MemberLog }> {
    const broken: { key: string; raw: unknown }[] = []
    let told = (key: string, raw: unknown) => void broken.push({ key, raw })
    const onCorrupt = (key: string, raw: unknown) => told(key, raw)
    const kv = await openKeyValue(onCorrupt)
    const log = new MemberLog(kv, onCorrupt)
    await migrate(kv)
    const loaded = await log.load()
    await checkRest(kv, onCorrupt)
    // Out of the way before anything is written: what comes under these keys next is whole.
    for (const { key, raw } of broken) await quarantine(kv, key, raw, now())
    told = (key, raw) => void quarantine(kv, key, raw, now()).then(entry => this.watcher?.broken(entry))
    await log.prune(now())
    const { used, limit } = await kv.usage()
    this.watcher?.opened({ ...loaded, quarantined: await listQuarantined(kv), fullness: used / limit })
    return { kv, log }
  }
}

export const records = new Records()

/** The phone's record store; each store keeps its own keys in it. */
export async function memberKeyValue(): Promise<KeyValue> {
  return (await records.open()).kv
}

/** The event log, for export and upload. */
export async function memberLog(): Promise<MemberLog> {
  return (await records.open()).log
}
