import { readFileSync } from 'node:fs'
import path from 'node:path'
import { unpackCatalog } from '../../domain/catalog/packed-catalog'
import { joinLedger, type EventsVolume, type LedgerFile, type TermsFile } from '../../domain/catalog/packed-events'
import type { ArticleBody, EpisodeBody } from '../../domain/catalog/types'
import type { DaysVolume } from '../../domain/catalog/calendar'
import { daysVolume, eventsVolume, LEDGER_FILE, TERMS_FILE } from '../../domain/catalog/volume-names'
import { dayTexts, ledgerDocuments, titleDocuments, withBody, withDays } from '../../domain/search/documents'
import { readSounds, type PinyinFile } from '../../domain/search/pinyin'
import { nameTable, type EverydayFile } from '../../domain/search/query'

const feed = (file: string): unknown => JSON.parse(readFileSync(path.resolve('dist/feed', file), 'utf8'))

/** Parses and folds the compiled feed as the search page does. */
export function openFeed() {
  const catalog = unpackCatalog(feed('catalog.json') as Parameters<typeof unpackCatalog>[0])
  const ledger = joinLedger(
    { ...(feed(LEDGER_FILE) as LedgerFile), ...(feed(TERMS_FILE) as TermsFile) },
    catalog.periods.map(({ id }) => feed(eventsVolume(id)) as EventsVolume),
  )
  const bodies = new Map<string, ArticleBody | EpisodeBody>()
  for (const volume of new Set([...catalog.articles, ...catalog.episodes].map(it => it.volume))) {
    const { articles = [], episodes = [] } = feed(volume) as { articles?: ArticleBody[]; episodes?: EpisodeBody[] }
    for (const body of [...articles, ...episodes]) bodies.set(body.id, body)
  }
  const dates = new Map(ledger.events.map(it => [it.id, it.date]))
  const texts = titleDocuments(catalog).map(it => withBody(it, bodies.get(it.id)!, id => dates.get(id)))
  const days = Array.from({ length: 12 }, (_, i) => feed(daysVolume(i + 1)) as DaysVolume)
  const said = dayTexts(days)
  return {
    documents: [...texts, ...ledgerDocuments(ledger).map(it => withDays(it, said))],
    ledger,
    names: nameTable(ledger, feed('everyday.json') as EverydayFile),
    sounds: readSounds(feed('pinyin.json') as PinyinFile),
  }
}
