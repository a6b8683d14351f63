import fc from 'fast-check'
import { formatWeekday } from '@domain/time/format'
import { shanghaiDay } from '@domain/time/day'
import { volumeOfWeek } from '@domain/catalog/schedule-parts'
import { lettersOf } from '../../config/first-paint/feed-files'
import { shanghai, weekday } from '@/first-paint/shanghai'
import { wantedAt, type StoredSettings } from '@/first-paint/wanted'

/** What index.html asks for at this address. */
function asked(hash: string, volumes: Record<'a' | 'e', Record<string, string[]>>, settings: StoredSettings = {}) {
  return wantedAt(
    { hash, settings, dark: false, now: Date.now() },
    {
      app: './js/app.js',
      files: { 'pages/home/index': ['./js/1.js', './css/1.css'] },
      volumes: { a: lettersOf(volumes.a), e: lettersOf(volumes.e) },
      schedule: { starts: '2020-01-06', count: 52 },
      covers: ['reform', 'series-gushi'],
    },
  )
}

const none = { a: {}, e: {} }
const article = (id: string) => `#/subpackages/reader/article/index?id=${id}&words=${encodeURIComponent('南湖')}`

test('the home page asks for the month, which is painted first, and for its part of the schedule', () => {
  const { feed } = asked('', none)
  const numbered = (kind: string) => expect.stringMatching(new RegExp(`^${kind}-\\d\\d\\.json$`))
  expect(feed).toEqual([numbered('days'), 'catalog.json', 'schedule.json', numbered('weeks')])
})

test('the part of the schedule is the one that the app will read, at every time and for a schedule of any length', () => {
  const time = fc.integer({ min: Date.UTC(2026, 9, 1), max: Date.UTC(2029, 0, 1) })
  fc.assert(
    fc.property(time, fc.integer({ min: 0, max: 60 }), (now, count) => {
      const schedule = { starts: '2026-11-23', count }
      const built = { app: '', files: {}, volumes: { a: lettersOf({}), e: lettersOf({}) }, schedule, covers: [] }
      const { feed } = wantedAt({ hash: '', settings: {}, dark: false, now }, built)
      const wanted = volumeOfWeek(schedule, shanghaiDay(now))
      expect(feed.slice(3)).toEqual(wanted === undefined ? [] : [wanted])
    }),
    { numRuns: 500 },
  )
})

test('an article and an episode ask for the very volume that they are in', () => {
  const id = fc.integer({ min: 1, max: 9999 }).map(n => String(n).padStart(4, '0'))
  const volumes = fc
    .uniqueArray(id, { minLength: 1, maxLength: 60 })
    .chain(ids => fc.tuple(fc.constant(ids), fc.array(fc.nat(57), { minLength: ids.length, maxLength: ids.length })))
  fc.assert(
    fc.property(volumes, volumes, (articles, episodes) => {
      const filed = (kind: 'a' | 'e', [ids, places]: [string[], number[]]) =>
        ids.reduce<Record<string, string[]>>((all, one, i) => {
          ;(all[`${kind}-volume-${places[i]}.json`] ??= []).push(`${kind}-${one}`)
          return all
        }, {})
      const all = { a: filed('a', articles), e: filed('e', episodes) }
      for (const [i, one] of articles[0].entries())
        expect(asked(article(`a-${one}`), all).feed).toEqual(['catalog.json', `a-volume-${articles[1][i]}.json`])
      const [one, place] = [episodes[0][0], episodes[1][0]]
      expect(asked(`#/subpackages/player/episode/index?id=e-${one}`, all).feed[1]).toBe(`e-volume-${place}.json`)
    }),
    { numRuns: 20 },
  )
})

test('an id that no volume holds asks for nothing more', () => {
  const volumes = { a: { 'v.json': ['a-0002'] }, e: {} }
  for (const id of ['a-0001', 'a-9999', 'e-0001', 'x'])
    expect(asked(article(id), volumes).feed).toEqual(['catalog.json'])
})

test('an article that is opened at its beginning is to be painted, and what only begins like an id is none', () => {
  const volumes = { a: { 'v.json': ['a-0002'] }, e: { 'w.json': ['e-0002'] } }
  const of = (query: string, route = 'reader/article') => asked(`#/subpackages/${route}/index?${query}`, volumes)
  for (const query of ['id=a-0002', 'from=x&id=a-0002', 'id=a-0002&from=x'])
    expect(of(query).page.article).toEqual({ id: 'a-0002', volume: 'v.json' })
  for (const query of ['id=a-0002&block=e1', 'words=x&id=a-0002', 'id=a-0002x', 'id=a-0001', 'id=a-9999', ''])
    expect(of(query).page.article).toBeUndefined()
  expect(of('id=a-0002', 'reader/notes').page.article).toBeUndefined()
  expect(of('id=e-0002', 'player/episode').page.article).toBeUndefined()
  expect(of('id=e-0002', 'player/episode').feed).toEqual(['catalog.json', 'w.json'])
})

test('a list asks for its drawing in the colours of the theme, if it has one', () => {
  const list = (query: string, settings?: StoredSettings) =>
    asked(`#/subpackages/library/shelf/index?${query}`, none, settings).cover
  expect(list('id=reform')).toBe('./covers/reform.svg')
  expect(list('series=gushi', { theme: 'dark' })).toBe('./covers/series-gushi.dark.svg')
  expect(list('id=gushi')).toBeUndefined()
  expect(asked('#/subpackages/reader/article/index?id=reform', none).cover).toBeUndefined()
})

test('a page’s own scripts and styles are asked for at its address, with or without its name', () => {
  const own = ['./js/1.js', './css/1.css']
  for (const hash of ['', '#/', '#/pages/home/index', '#/pages/home/index?from=x']) {
    expect(asked(hash, none).files).toEqual(own)
    expect(asked(hash, none).page).toMatchObject({ home: true, styles: ['./css/1.css'] })
  }
  expect(asked('#/pages/nowhere/index', none)).toMatchObject({ files: [], page: { home: false, styles: [] } })
})

test('the month is Shanghai’s, and the theme the member’s before the phone’s', () => {
  const at = (now: string, settings: StoredSettings = {}) =>
    wantedAt(
      { hash: '', settings, dark: true, now: Date.parse(now) },
      {
        app: './js/app.js',
        files: {},
        volumes: { a: lettersOf({}), e: lettersOf({}) },
        schedule: { starts: '2026-11-23', count: 52 },
        covers: [],
      },
    )
  expect(at('2026-11-30T15:59:59Z').feed).toContain('days-11.json')
  expect(at('2026-11-30T16:00:00Z').feed).toContain('days-12.json')
  expect(at('2026-11-30T16:00:00Z').page.dark).toBe(true)
  expect(at('2026-11-30T16:00:00Z', { theme: 'light', type: 3 }).page).toMatchObject({ dark: false, type: 3 })
  expect(at('2026-11-30T16:00:00Z', { lines: 'loose' }).page.loose).toBe(true)
  expect(at('2026-11-30T16:00:00Z').page.loose).toBe(false)
})

test('its own day and weekday are those of domain/time', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2100, 0, 1) }), now => {
      expect(shanghai(now).slice(0, 10)).toBe(shanghaiDay(now))
      expect(weekday(now)).toBe(formatWeekday(shanghaiDay(now)))
    }),
  )
})
