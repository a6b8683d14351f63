import { textLength } from '../checks/form'
import type { LedgerIndex } from '../corpus/ledger-index'
import { evidenceOf } from '../corpus/question-answer'
import type { BrandSource } from '../schema/brand'
import type { ShelvesSource } from '../schema/shelves'
import type { Corpus } from '../corpus/corpus'
import { MEDIA_HASH_DIGITS, type ArticleMeta, type Catalog, type EpisodeMeta } from '../../../domain/catalog/types'
import { articleVolume, episodeVolume } from '../../../domain/catalog/volume-names'
import { estimatedSeconds } from './episode'
import { readingsOf } from './provenance'

const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)

/** The catalog, still without its version. */
export function compileCatalog(
  corpus: Corpus,
  index: LedgerIndex,
  shelves: ShelvesSource,
  { errata_key: errataKey, ...shown }: BrandSource,
): Catalog {
  const texts = [...corpus.articles, ...corpus.episodes, ...corpus.questions].map(({ value }) => readingsOf(value))
  return {
    version: '',
    brand: { ...shown, ...(errataKey === '' ? {} : { errataKey }) },
    shelves: shelves.shelves.map(({ id, title, short, note, volumes }) => ({ id, title, short, note, volumes })),
    periods: shelves.periods.map(({ id, title, from, to }) => ({ id, title, from, to })),
    series: shelves.series.map(({ id, title, kind, note, volume_size: volumeSize }) => ({
      id,
      title,
      kind,
      note,
      volumeSize,
    })),
    histories: shelves.histories,
    counts: {
      events: corpus.events.length,
      people: corpus.people.length,
      questions: corpus.questions.length,
      days: corpus.days.length,
      checked: texts.filter(({ checked }) => checked).length,
      approved: texts.filter(({ approved }) => approved).length,
      sourced: [...corpus.articles, ...corpus.episodes].filter(({ value }) => value.sources).length,
      items: texts.length,
    },
    articles: articleMetas(corpus, shelves),
    episodes: episodeMetas(corpus, index, shelves),
    withheld: corpus.withheld
      .filter(({ kind }) => kind === 'article' || kind === 'episode')
      .map(({ value: { id, title } }) => ({ id, title }))
      .sort((a, b) => compare(a.id, b.id)),
  }
}

function articleMetas(corpus: Corpus, { shelves }: ShelvesSource): ArticleMeta[] {
  const asked = new Map<string, number>()
  for (const { value } of corpus.questions) {
    const { article } = evidenceOf(value)
    asked.set(article, (asked.get(article) ?? 0) + 1)
  }
  const drawn = new Set(corpus.objects.flatMap(({ value }) => value.of))
  return corpus.articles
    .map((article): ArticleMeta => {
      const { id, title, subject, shelf, period, date } = article.value
      return {
        id,
        title,
        ...(subject === undefined ? {} : { subject }),
        shelf,
        period,
        date,
        chars: textLength(article.doc),
        volume: articleVolume(shelf, date, shelves.find(it => it.id === shelf)!.volumes),
        questions: asked.get(id) ?? 0,
        ...(drawn.has(id) ? { drawn: true } : {}),
        ...readingsOf(article.value),
      }
    })
    .sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id))
}

function episodeMetas(corpus: Corpus, index: LedgerIndex, { series }: ShelvesSource): EpisodeMeta[] {
  const media = new Map(corpus.media.map(({ value }) => [value.id, value]))
  const seriesAt = (id: string) => series.findIndex(it => it.id === id)
  return corpus.episodes
    .map(({ value, doc }): EpisodeMeta => {
      const file = media.get(value.id)
      const { id, title, subject, number, shelf, period, date, articles, flagship } = value
      return {
        id,
        title,
        ...(subject === undefined ? {} : { subject }),
        series: value.series,
        number,
        kind: value.kind,
        shelf,
        period,
        date,
        articles: articles.filter(article => index.articles.has(article)),
        flagship,
        volume: episodeVolume(value.series, number, series[seriesAt(value.series)]!.volume_size),
        seconds: file?.seconds ?? estimatedSeconds(doc),
        ...(file
          ? {
              media: {
                file: file.file,
                bytes: file.bytes,
                sha256: file.sha256.slice(0, MEDIA_HASH_DIGITS),
                bundled: file.bundled,
                label: file.reader === undefined ? file.label : `${file.label} · ${file.reader}讲`,
              },
            }
          : {}),
        ...readingsOf(value),
      }
    })
    .sort((a, b) => seriesAt(a.series) - seriesAt(b.series) || a.number - b.number)
}
