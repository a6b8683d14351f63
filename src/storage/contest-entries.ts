import { memberKeyValue } from './records'

/** What this phone keeps of one contest that its member takes. It never goes into an exported file (archive.ts). */
export interface ContestEntry {
  /** What the phone is called in this contest. */
  device: string
  /** An answer that the service has not acknowledged yet. */
  pending?: { try: number; n: number; given: string[] }
}

const key = (contest: string) => `branch/entries/${contest}`

/** What is kept; with a new name for the phone where nothing is. @param fresh that name */
export async function readEntry(contest: string, fresh: string): Promise<ContestEntry> {
  const kv = await memberKeyValue()
  const known = (await kv.read([key(contest)])).get(key(contest)) as ContestEntry | undefined
  if (known) return known
  const entry = { device: fresh }
  await keepEntry(contest, entry)
  return entry
}

/** Durable when it resolves. @throws StorageFullError */
export async function keepEntry(contest: string, entry: ContestEntry): Promise<void> {
  const kv = await memberKeyValue()
  await kv.update([], () => new Map([[key(contest), entry]]))
}

const ISSUERS = 'branch/issuers'

/** Public keys of certificates that this phone's service has said are its own, by when they were heard first (milliseconds). */
export type Issuers = Record<string, number>

export async function readIssuers(): Promise<Issuers> {
  return ((await (await memberKeyValue()).read([ISSUERS])).get(ISSUERS) as Issuers | undefined) ?? {}
}

/** Remembers that the service has said so at `at`. */
export async function keepIssuer(publicKey: string, at: number): Promise<Issuers> {
  let kept: Issuers = {}
  await (
    await memberKeyValue()
  ).update([ISSUERS], all => {
    kept = { [publicKey]: at, ...(all.get(ISSUERS) as Issuers | undefined) }
    return new Map([[ISSUERS, kept]])
  })
  return kept
}
