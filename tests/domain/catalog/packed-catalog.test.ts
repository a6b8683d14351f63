import fc from 'fast-check'
import { packCatalog, unpackCatalog } from '@domain/catalog/packed-catalog'
import { articleVolume, episodeVolume } from '@domain/catalog/volume-names'
import { MEDIA_HASH_DIGITS, type ArticleMeta, type Catalog, type EpisodeMeta } from '@domain/catalog/types'
import { formatFuzzyDate } from '@domain/time/fuzzy-date'

const shelves = [
  { id: 'reform', title: '改革开放', short: '改革', note: '', volumes: [1978, 1992] },
  { id: 'local', title: '身边课', short: '身边', note: '', volumes: [1921] },
]
const periods = [{ id: 'reform', title: '改革开放', from: 1978, to: 2012 }]
const series = [{ id: 'gushi', title: '故事', volumeSize: 10 }]

const two = (most: number) => fc.integer({ min: 1, max: most }).map(it => String(it).padStart(2, '0'))
const date = fc
  .tuple(fc.integer({ min: 1840, max: 2030 }), two(12), two(28), fc.integer({ min: 1, max: 3 }))
  .map(([year, month, day, parts]) => [year, month, day].slice(0, parts).join('-'))
const words = fc.string({ unit: fc.constantFrom('会', '议', ' ', '·', '1'), minLength: 1, maxLength: 5 })
/** None, a name, or a name with the item's own date or a part of it. */
const subjectOf = (on: string) =>
  fc.oneof(
    fc.constant(undefined),
    words,
    fc
      .tuple(words, fc.integer({ min: 1, max: on.split('-').length }))
      .map(([name, parts]) => `${name} · ${formatFuzzyDate(on.split('-').slice(0, parts).join('-'))}`),
  )
const id = (prefix: string) =>
  fc.oneof(
    fc.integer({ min: 0, max: 9999 }).map(it => prefix + String(it).padStart(4, '0')),
    fc.constant(`${prefix}12345`),
    fc.constant('otherwise'),
  )
const common = (on: string) =>
  fc.record({
    title: words,
    subject: subjectOf(on),
    shelf: fc.constantFrom('reform', 'local'),
    period: fc.constant('reform'),
    date: fc.constant(on),
    checked: fc.boolean(),
    approved: fc.boolean(),
  })
const without = <T extends object>(it: T) =>
  Object.fromEntries(Object.entries(it).filter(([, value]) => value !== undefined)) as T

const article = date
  .chain(on =>
    fc.tuple(
      common(on),
      fc.record({ id: id('a-'), chars: fc.nat(2000), questions: fc.nat(9), drawn: fc.option(fc.constant(true)) }),
    ),
  )
  .map(([it, { drawn, ...more }]) =>
    without({
      ...it,
      ...more,
      ...(drawn && { drawn }),
      volume: articleVolume(it.shelf as 'reform', it.date, shelves.find(one => one.id === it.shelf)!.volumes),
    }),
  )
const hash = fc
  .array(fc.constantFrom(...'0123456789abcdef'), { minLength: MEDIA_HASH_DIGITS, maxLength: MEDIA_HASH_DIGITS })
  .map(it => it.join(''))
const media = fc.record({
  file: fc.constantFrom('itself.m4a', 'itself.mp4', 'other.human.m4a'),
  bytes: fc.nat(),
  sha256: hash,
  bundled: fc.boolean(),
  label: fc.constantFrom('合成语音', '机器朗读', '人工录制：某人'),
})
const episode = date
  .chain(on =>
    fc.tuple(
      common(on),
      fc.record({
        id: id('e-'),
        series: fc.constant('gushi'),
        number: fc.integer({ min: 1, max: 60 }),
        kind: fc.constantFrom('audio', 'video'),
        articles: fc.array(id('a-'), { maxLength: 3 }),
        flagship: fc.boolean(),
        seconds: fc.nat(900),
        media: fc.option(media, { nil: undefined }),
      }),
    ),
  )
  .map(([it, more]) =>
    without({
      ...it,
      ...more,
      media: more.media && { ...more.media, file: more.media.file.replace('itself', more.id) },
      volume: episodeVolume('gushi', more.number, 10),
    }),
  )

test('what is packed is unpacked as it was, whatever its dates, subjects, ids and recordings', () => {
  fc.assert(
    fc.property(fc.array(article, { maxLength: 4 }), fc.array(episode, { maxLength: 4 }), (articles, episodes) => {
      const catalog = { shelves, periods, series, articles, episodes } as unknown as Catalog
      const back = unpackCatalog(JSON.parse(JSON.stringify(packCatalog(catalog))))
      expect(back.articles).toEqual(articles as ArticleMeta[])
      expect(back.episodes).toEqual(episodes as EpisodeMeta[])
    }),
  )
})
