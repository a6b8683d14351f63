import { note } from '../../domain/review/notebook'
import type { MemberEvent } from '../../domain/progress/events'
import type { Catalog } from '../../domain/catalog/types'
import { shanghaiDay } from '../../domain/time/day'
import { MemberLog } from '../../src/storage/member-log'
import { memoryKeyValue } from '../src/memory-key-value'
import { MORNING } from './harness/phone'
import { PhoneStorage } from './harness/storage'

const DAY = 86_400_000
/** Half a year of study, the length of the heat map. */
const DAYS = 180

/** A phone whose member has studied every day for half a year: what every page must bear within its budget. */
export async function veteranStorage(catalog: Catalog): Promise<PhoneStorage> {
  const kv = memoryKeyValue()
  const log = new MemberLog(kv, key => {
    throw new Error(`corrupted: ${key}`)
  })
  await kv.update([], () => new Map([['meta', { schema: 1 }]]))
  for (let ago = DAYS; ago > 0; ago--) await log.append(dayOf(DAYS - ago, MORNING - ago * DAY, catalog), note)
  const storage = new PhoneStorage()
  for (const [key, text] of kv.raw) storage.set(`kv/${key}`, text)
  return storage
}

/** One article, one episode, and five answers of which two are wrong. */
function dayOf(number: number, at: number, catalog: Catalog): MemberEvent[] {
  const base = (act: number) => ({ id: `${number}-${act}`, at: at + act * 1000, day: shanghaiDay(at) })
  const article = catalog.articles[number % catalog.articles.length]!.id
  const episode = catalog.episodes[number % catalog.episodes.length]!.id
  const answers = Array.from({ length: 5 }, (_, i): MemberEvent => {
    const question = `q-${String(1 + ((number * 5 + i) % 400)).padStart(5, '0')}`
    const shelf = catalog.shelves[i % catalog.shelves.length]!.id
    const answer = { question, hash: 'h', type: 'single' as const, shelf, given: ['a'], correct: i > 1, seconds: 9 }
    return { ...base(10 + i), kind: 'answer', run: `r${number}`, mode: 'daily', answer }
  })
  return [
    { ...base(1), kind: 'read', item: article, seconds: 60 * (1 + (number % 9)), reached: 1 },
    { ...base(2), kind: 'finish', item: article },
    { ...base(3), kind: 'listen', item: episode, seconds: 150, from: 0, position: 150 },
    { ...base(4), kind: 'favourite', item: article, on: number % 3 === 0 },
    ...answers,
    {
      ...base(20),
      kind: 'set',
      run: `r${number}`,
      mode: 'daily',
      set: `daily:${shanghaiDay(at)}`,
      total: 5,
      correct: 3,
    },
  ]
}
