import type { KeyValue } from './key-value'

/** Raised by one with each migration. */
export const SCHEMA = 4

/** A newer version of the app has written this store: nothing is touched. */
export class NewerStoreError extends Error {
  override name = 'NewerStoreError'
  constructor(found: number) {
    super(`手机上的学习记录来自更新的版本（${found}），请先更新应用；记录原样保留，没有改动`)
  }
}

type Migration = (kv: KeyValue) => Promise<void>

/** `MIGRATIONS[n]` takes a store from schema n to n + 1. A new store starts at SCHEMA and runs none. */
const MIGRATIONS: Record<number, Migration> = {
  1: notesByArticle,
  2: slipsByMonth,
  3: async kv => {
    await daysForActs(kv)
    await slipsWithoutMinutes(kv)
  },
}

/** 1 → 2: one record for all notes outgrew what a phone's storage takes; each article has its own. */
async function notesByArticle(kv: KeyValue): Promise<void> {
  await kv.update(['notes'], values => {
    const writes = new Map<string, Record<string, unknown> | undefined>([['notes', undefined]])
    for (const [id, note] of Object.entries((values.get('notes') as Record<string, { item?: string }>) ?? {})) {
      const key = `notes/${note?.item ?? 'unknown'}`
      writes.set(key, { ...writes.get(key), [id]: note })
    }
    return writes
  })
}

/** 2 → 3: the slips of a branch's year outgrew one record too; each month has its own. */
async function slipsByMonth(kv: KeyValue): Promise<void> {
  await kv.update(['slips'], values => {
    const slips = values.get('slips')
    const writes = new Map<string, { week: string }[] | undefined>([['slips', undefined]])
    for (const slip of Array.isArray(slips) ? (slips as { week: string }[]) : []) {
      const key = `slips/${String(slip?.week).slice(0, 7)}`
      writes.set(key, [...(writes.get(key) ?? []), slip])
    }
    return writes
  })
}

/**
 * 3 → 4: what waited to be uploaded were acts; now it is days, which are counted from the log when the member has read the
 * new consent text and chosen where to begin.
 */
async function daysForActs(kv: KeyValue): Promise<void> {
  const names = await kv.keys('outbox/')
  // An older file may be imported on a phone that has days already: they stay.
  const withDays = names.filter(name => name.endsWith('/days')).map(name => name.slice(0, -'/days'.length))
  const old = names.filter(name => !withDays.some(owner => name.startsWith(`${owner}/`)))
  const gone = withDays.length > 0 ? old.filter(name => name !== 'outbox/active') : old
  await kv.update([], () => new Map<string, unknown>(gone.map(name => [name, undefined])))
}

/** 3 → 4: collected slips lose what a slip no longer tells: the goal, the minutes and the right answers. */
async function slipsWithoutMinutes(kv: KeyValue): Promise<void> {
  const names = await kv.keys('slips/')
  await kv.update(names, values => {
    const kept = (slip: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(slip).filter(([field]) => !['goal', 'minutes', 'correct'].includes(field)))
    const whole = [...values].filter((it): it is [string, Record<string, unknown>[]] => Array.isArray(it[1]))
    return new Map(whole.map(([name, slips]) => [name, slips.map(kept)]))
  })
}

/**
 * Brings a store to the current schema, one step at a time; each step records itself, so a kill in between goes on where it stopped.
 * @throws NewerStoreError when the store is ahead of this app.
 */
export async function migrate(kv: KeyValue, migrations = MIGRATIONS, target = SCHEMA): Promise<void> {
  const meta = (await kv.read(['meta'])).get('meta') as { schema?: unknown } | undefined
  const found = typeof meta?.schema === 'number' ? meta.schema : undefined
  if (found === undefined) return stamp(kv, target)
  if (found > target) throw new NewerStoreError(found)
  for (let schema = found; schema < target; schema++) {
    const step = migrations[schema]
    if (!step) throw new Error(`缺少从版本 ${schema} 升级的步骤`)
    await step(kv)
    await stamp(kv, schema + 1)
  }
}

function stamp(kv: KeyValue, schema: number): Promise<void> {
  return kv.update(['meta'], () => new Map([['meta', { schema }]]))
}
