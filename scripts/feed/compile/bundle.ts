import { createHash } from 'node:crypto'
import { indexLedger, type LedgerIndex } from '../corpus/ledger-index'
import { packCatalog } from '../../../domain/catalog/packed-catalog'
import { cutSchedule } from '../../../domain/catalog/schedule-parts'
import type { ShelvesSource } from '../schema/shelves'
import type { Corpus } from '../corpus/corpus'
import type { Manifest } from './manifest'
import type { ArticleVolume, EpisodeVolume, Question, QuestionVolume } from '../../../domain/catalog/types'
import { packEvents, type LedgerFile, type TermsFile } from '../../../domain/catalog/packed-events'
import {
  articleVolume,
  daysVolume,
  episodeVolume,
  eventsVolume,
  LEDGER_FILE,
  TERMS_FILE,
} from '../../../domain/catalog/volume-names'
import { compileActivities } from './activities'
import { compileArticle } from './article'
import { compileDays, compileRules, compileSchedule } from './calendar'
import { compileCatalog } from './catalog'
import { compileCitations } from './citations'
import { compileCourses } from './courses'
import { compileEpisode } from './episode'
import { compileEveryday } from './everyday'
import { compileLedger } from './ledger'
import { compileObjects } from './objects'
import { compilePinyin } from './pinyin'
import { compileQuestion } from './question'
import { compileUses } from './sources'
import { termLinkers } from './terms'

/** File name → text. */
export type Bundle = Map<string, string>

const text = (value: unknown) => `${JSON.stringify(value)}\n`

/** Compiles a corpus into the files of `dist/feed`, the manifest last. The same corpus gives the same bytes. Expects shelves and brand. */
export function compileBundle(corpus: Corpus): Bundle {
  const shelves = corpus.shelves?.value
  const brand = corpus.brand?.value
  if (!shelves || !brand) throw new Error('compileBundle needs content/shelves.yml and content/brand.yml')
  const index = indexLedger(corpus)
  const ledger = compileLedger(corpus, shelves)
  const files = new Map<string, unknown>([
    [LEDGER_FILE, { people: ledger.people, works: ledger.works } satisfies LedgerFile],
    [TERMS_FILE, { glossary: ledger.glossary } satisfies TermsFile],
    ['citations.json', compileCitations(corpus, index, ledger)],
  ])
  for (const { id } of shelves.periods)
    files.set(
      eventsVolume(id),
      packEvents(
        id,
        ledger.events.filter(({ period }) => period === id),
      ),
    )
  const volumeOf = new Map<string, string>()
  for (const [name, volume] of articleVolumes(corpus, index, shelves)) {
    files.set(name, volume)
    for (const { id } of volume.articles) volumeOf.set(id, name)
  }
  for (const [name, volume] of episodeVolumes(corpus, index, shelves)) {
    files.set(name, volume)
    for (const { id } of volume.episodes) volumeOf.set(id, name)
  }
  for (const [name, uses] of compileUses(corpus, shelves, volumeOf)) files.set(name, uses)
  for (const volume of questionVolumes(corpus, index, shelves)) files.set(`questions-${volume.shelf}.json`, volume)
  for (const volume of compileDays(corpus, index)) files.set(daysVolume(volume.month), volume)
  const { frame, volumes } = cutSchedule(compileSchedule(corpus.schedule?.value, index))
  files.set('schedule.json', frame)
  for (const [name, volume] of volumes) files.set(name, volume)
  files.set('rules.json', compileRules(corpus.points?.value))
  files.set('activities.json', compileActivities(corpus.activities?.value))
  files.set('pinyin.json', compilePinyin())
  files.set('everyday.json', compileEveryday(corpus))
  files.set('courses.json', compileCourses(corpus, index))
  files.set('objects.json', compileObjects(corpus))
  return withManifest(files, packCatalog(compileCatalog(corpus, index, shelves, brand)))
}

function withManifest(files: ReadonlyMap<string, unknown>, catalog: { version: string }): Bundle {
  const bundle: Bundle = new Map(
    [...files.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, text(value)]),
  )
  const entryOf = (name: string, content: string) => ({
    name,
    bytes: Buffer.byteLength(content),
    sha256: sha256(content),
  })
  const entries = [...bundle].map(([name, content]) => entryOf(name, content))
  // The catalog carries the version, so its own hash goes into the version without it.
  const versioned = [...entries, entryOf('catalog.json', text(catalog))]
    .map(({ name, sha256: hash }) => `${name} ${hash}\n`)
    .join('')
  const version = sha256(versioned).slice(0, 16)
  const catalogText = text({ ...catalog, version })
  const all = [...entries, entryOf('catalog.json', catalogText)].sort((a, b) => (a.name < b.name ? -1 : 1))
  const manifest: Manifest = { schema: 1, version, files: all }
  bundle.set('catalog.json', catalogText)
  bundle.set('manifest.json', `${JSON.stringify(manifest, undefined, 1)}\n`)
  return bundle
}

const sha256 = (content: string) => createHash('sha256').update(content).digest('hex')

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)

function group<T, V>(items: readonly T[], nameOf: (item: T) => string, compile: (item: T) => V): Map<string, V[]> {
  const groups = new Map<string, V[]>()
  for (const item of items) {
    const name = nameOf(item)
    const known = groups.get(name)
    if (known) known.push(compile(item))
    else groups.set(name, [compile(item)])
  }
  return groups
}

function articleVolumes(corpus: Corpus, index: LedgerIndex, { shelves }: ShelvesSource): [string, ArticleVolume][] {
  const linker = termLinkers(corpus.glossary.map(({ value }) => value))
  const groups = group(
    corpus.articles,
    ({ value: { shelf, date } }) => articleVolume(shelf, date, shelves.find(({ id }) => id === shelf)!.volumes),
    article => compileArticle(article, index, linker()),
  )
  return [...groups].map(([name, articles]) => [name, { articles: articles.sort(byId) }])
}

function episodeVolumes(corpus: Corpus, index: LedgerIndex, { series }: ShelvesSource): [string, EpisodeVolume][] {
  const groups = group(
    corpus.episodes,
    ({ value }) => episodeVolume(value.series, value.number, series.find(({ id }) => id === value.series)!.volume_size),
    episode => compileEpisode(episode, index, corpus.transcripts.get(episode.value.id)?.value),
  )
  return [...groups].map(([name, episodes]) => [name, { episodes: episodes.sort(byId) }])
}

function questionVolumes(corpus: Corpus, index: LedgerIndex, { shelves }: ShelvesSource): QuestionVolume[] {
  const demo = new Set(corpus.demo?.value.questions)
  const questions = corpus.questions.flatMap(({ value }): Question[] =>
    [compileQuestion(value, index, demo)].filter(it => it !== undefined),
  )
  return shelves.map(({ id }) => ({ shelf: id, questions: questions.filter(({ shelf }) => shelf === id).sort(byId) }))
}
