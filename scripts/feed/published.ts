import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { unpackCatalog, type PackedCatalog } from '../../domain/catalog/packed-catalog'
import { joinLedger, type EventsVolume, type LedgerFile, type TermsFile } from '../../domain/catalog/packed-events'
import { eventsVolume, LEDGER_FILE, TERMS_FILE } from '../../domain/catalog/volume-names'
import type { DaysVolume } from '../../domain/catalog/calendar'
import type { Ledger } from '../../domain/catalog/ledger'
import type {
  ArticleBody,
  ArticleVolume,
  Catalog,
  EpisodeBody,
  EpisodeVolume,
  PeriodId,
  Question,
  QuestionVolume,
} from '../../domain/catalog/types'

/** The compiled feed of `dist/feed`, all volumes together. */
export interface Published {
  catalog: Catalog
  articles: ArticleBody[]
  episodes: EpisodeBody[]
  questions: Question[]
  ledger: Ledger
  days: DaysVolume[]
}

/** Reads what `npm run feed` wrote below `root`. @throws Error when it has not run yet */
export async function readPublished(root: string): Promise<Published> {
  const folder = path.join(root, 'dist/feed')
  const names = await readdir(folder).catch((): string[] => [])
  if (!names.includes('catalog.json')) throw new Error('dist/feed 还没有编出来，先运行 npm run feed')
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(path.join(folder, name), 'utf8'))
  const volumes = async <T>(prefix: string) =>
    (await Promise.all(names.filter(name => name.startsWith(prefix) && name.endsWith('.json')).map(read))) as T[]
  const catalog = unpackCatalog((await read('catalog.json')) as PackedCatalog)
  const periods = catalog.periods.map(({ id }) => id)
  const eventsOf = async (period: PeriodId) => (await read(eventsVolume(period))) as EventsVolume
  const base = { ...((await read(LEDGER_FILE)) as LedgerFile), ...((await read(TERMS_FILE)) as TermsFile) }
  return {
    catalog,
    articles: (await volumes<ArticleVolume>('articles-')).flatMap(it => it.articles),
    episodes: (await volumes<EpisodeVolume>('episodes-')).flatMap(it => it.episodes),
    questions: (await volumes<QuestionVolume>('questions-')).flatMap(it => it.questions),
    ledger: joinLedger(base, await Promise.all(periods.map(eventsOf))),
    days: await volumes<DaysVolume>('days-'),
  }
}
