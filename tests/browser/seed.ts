import fs from 'node:fs'
import type { Page } from 'playwright-core'
import type { MemberEvent } from '../../domain/progress/events'
import { unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import { foldAll } from '../../domain/progress/fold'
import { emptyProgress } from '../../domain/progress/state'
import { type Notebook } from '../../domain/review/due'
import { note } from '../../domain/review/notebook'
import { seeded } from '../../domain/quiz/random'
import { addDays, dayStart, shanghaiDay } from '../../domain/time/day'
import { uuidv7 } from '../../domain/time/uuid'
import { DATABASE, STORE } from '../../src/storage/database'
import { besideApp } from './phone'

/** Sixty articles of the feed that the app was built with. */
function someArticles(): string[] {
  const packed = JSON.parse(fs.readFileSync('dist/h5/feed/catalog.json', 'utf8')) as PackedCatalog
  return unpackCatalog(packed)
    .articles.slice(0, 60)
    .map(it => it.id)
}

/** Half a year of a steady member, the same at every run. */
export function studyEvents(now: number): MemberEvent[] {
  const random = seeded('steady member')
  const today = shanghaiDay(now)
  const events: MemberEvent[] = []
  const articles = someArticles()
  const stamp = (day: string, minute: number) => {
    const at = dayStart(day) + (12 * 60 + minute) * 60_000
    return {
      id: uuidv7(
        at,
        Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256)),
      ),
      at,
      day,
    }
  }
  let article = 0
  let question = 0
  for (let back = 170; back > 0; back--) {
    const day = addDays(today, -back)
    if (random() < 0.3) continue
    const minutes = 3 + Math.floor(random() * 18)
    article += 1
    const item = articles[article % articles.length]!
    events.push({ ...stamp(day, 0), kind: 'read', item, seconds: minutes * 60, reached: 1 })
    events.push({ ...stamp(day, minutes), kind: 'finish', item })
    if (random() < 0.4) {
      events.push({ ...stamp(day, 30), kind: 'listen', item: 'e-0001', seconds: 120, from: 0, position: 96 })
    }
    for (let i = 0; i < 5; i++) {
      question += 1
      const answer = {
        question: `q-${String(401 + (question % 60)).padStart(5, '0')}`,
        hash: 'seed',
        type: 'single' as const,
        shelf: 'construction' as const,
        given: ['a'],
        correct: random() < 0.85,
        seconds: 9,
      }
      events.push({ ...stamp(day, 40 + i), kind: 'answer', run: `run-${back}`, mode: 'daily', answer })
    }
  }
  return events
}

/** Puts that half-year into the browser's store; where nothing is open yet, before the app begins. */
export async function seedStudy(page: Page, now: number): Promise<void> {
  await seedEvents(page, studyEvents(now))
}

/** The same half-year, and in it a series heard to its end. */
export async function seedFinished(page: Page, series: string): Promise<void> {
  const { now, packed } = await page.evaluate(async () => ({
    now: Date.now(),
    packed: await (await fetch('./feed/catalog.json')).json(),
  }))
  const day = addDays(shanghaiDay(now), -1)
  const episodes = unpackCatalog(packed as PackedCatalog).episodes.filter(it => it.series === series)
  const finished = episodes.flatMap(({ id, seconds }, i): MemberEvent[] => {
    const at = dayStart(day) + (13 * 60 + i) * 60_000
    const stamp = (n: number) => ({ id: uuidv7(at + n, new Uint8Array(16).fill(i)), at: at + n, day })
    const heard = { kind: 'listen' as const, item: id, seconds, from: 0, position: seconds }
    return [
      { ...stamp(0), ...heard },
      { ...stamp(1), kind: 'finish', item: id },
    ]
  })
  await seedEvents(page, [...studyEvents(now), ...finished])
}

/** Puts what these events fold to into the browser's store, in the shape the app keeps it; where nothing is open yet, before it begins. */
export async function seedEvents(page: Page, events: MemberEvent[]): Promise<void> {
  const { items, days, sets, tally, bests, favourites, recent } = foldAll(emptyProgress(), events)
  const notebook = events.reduce<Notebook>((all, event) => (event.kind === 'answer' ? note(all, event) : all), {})
  const group = <T>(record: Record<string, T>, key: (name: string) => string) => {
    const groups: Record<string, Record<string, T>> = {}
    for (const [name, value] of Object.entries(record)) (groups[key(name)] ??= {})[name] = value
    return groups
  }
  const entries = {
    meta: { schema: 1 },
    totals: { sets, tally, bests, favourites, recent },
    ...group(items, id => `items/${id[0]}-${Math.floor(Number(id.slice(2)) / 50)}`),
    ...group(days, day => `days/${day.slice(0, 7)}`),
    ...group(notebook, id => `cards/${Math.floor(Number(id.slice(2)) / 100)}`),
  }
  if (page.url() === 'about:blank') await page.goto(besideApp())
  await page.evaluate(
    ([values, database, store]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open(database, 1)
        opening.onerror = () => reject(opening.error)
        opening.onupgradeneeded = () => void opening.result.createObjectStore(store)
        opening.onsuccess = () => {
          const writing = opening.result.transaction(store, 'readwrite')
          for (const [key, value] of Object.entries(values)) writing.objectStore(store).put(JSON.stringify(value), key)
          writing.oncomplete = () => {
            opening.result.close()
            resolve()
          }
        }
      }),
    [entries as Record<string, unknown>, DATABASE, STORE] as const,
  )
}
