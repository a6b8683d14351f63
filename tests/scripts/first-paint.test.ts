import vm from 'node:vm'
import fc from 'fast-check'
import { EARLY, lettersOf } from '../../scripts/first-paint'

/** What index.html asks for at this address. */
function asked(hash: string, volumes: Record<'a' | 'e', Record<string, string[]>>, stored?: object) {
  const feed: string[] = []
  const pictures: string[] = []
  const script = EARLY({
    home: 'pages/home/index',
    files: { 'pages/home/index': ['./js/1.js', './css/1.css'] },
    volumes: { a: lettersOf(volumes.a), e: lettersOf(volumes.e) },
    covers: ['reform', 'series-gushi'],
  })
  class Image {
    set src(address: string) {
      pictures.push(address)
    }
  }
  vm.runInNewContext(script, {
    window: {},
    location: { hash },
    localStorage: { getItem: () => (stored ? JSON.stringify({ data: { settings: stored } }) : null) },
    matchMedia: () => ({ matches: false }),
    document: { createElement: () => ({}), head: { appendChild: () => undefined } },
    fetch: (address: string) => {
      feed.push(address.replace('./feed/', ''))
      return Promise.resolve()
    },
    Image,
  })
  return { feed, pictures }
}

const none = { a: {}, e: {} }
const article = (id: string) => `#/subpackages/reader/article/index?id=${id}&words=${encodeURIComponent('南湖')}`

test('the home page asks for the month and the schedule', () => {
  const { feed } = asked('', none)
  expect(feed).toEqual(['catalog.json', expect.stringMatching(/^days-\d\d\.json$/), 'schedule.json'])
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

test('a list asks for its drawing in the colours of the theme, if it has one', () => {
  const list = (query: string, stored?: object) =>
    asked(`#/subpackages/library/shelf/index?${query}`, none, stored).pictures
  expect(list('id=reform')).toEqual(['./covers/reform.svg'])
  expect(list('series=gushi', { theme: 'dark' })).toEqual(['./covers/series-gushi.dark.svg'])
  expect(list('id=gushi')).toEqual([])
  expect(asked('#/subpackages/reader/article/index?id=reform', none).pictures).toEqual([])
})
