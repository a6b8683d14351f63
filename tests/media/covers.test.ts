import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { coversOf, coverSvg } from '../../scripts/media/src/covers/write-covers'
import { readEpisodes } from '../../scripts/media/src/episodes'

const content = join(__dirname, '../../content')
const covers = join(content, 'covers')
const COVERS = coversOf(readFileSync(join(content, 'objects.yml'), 'utf8'))
const shelves = parse(readFileSync(join(content, 'shelves.yml'), 'utf8')) as Record<
  'shelves' | 'periods' | 'series',
  { id: string }[]
>
const index = JSON.parse(readFileSync(join(covers, 'index.json'), 'utf8')) as Record<string, string>

const episodes = readEpisodes(join(content, 'episodes'), () => undefined)

test('every shelf, period, series and episode has a cover for light and for dark, and words for who cannot see it', () => {
  const wanted = [
    ...shelves.shelves.map(s => s.id),
    ...shelves.periods.map(p => `period-${p.id}`),
    ...shelves.series.map(s => `series-${s.id}`),
    ...episodes.map(e => e.id),
  ]
  const missing = wanted.filter(
    name => !index[name] || ![`${name}.svg`, `${name}.dark.svg`].every(f => existsSync(join(covers, f))),
  )
  expect(missing).toEqual([])
})

test('no two episodes look the same, or are described the same', () => {
  const own = COVERS.filter(({ name }) => name.startsWith('e-'))
  expect(new Set(own.map(it => it.draw())).size).toBe(own.length)
  expect(new Set(own.map(it => it.alt)).size).toBe(own.length)
})

test('an episode’s cover is drawn in one line and one red', () => {
  const own = COVERS.filter(({ name }) => name.startsWith('e-'))
  const colours = own.map(it => [...new Set(it.draw().match(/(?<=stroke=")\w+/g))].join())
  expect(new Set(colours)).toEqual(new Set(['ink,red']))
})

test('the files are what the pens draw, and the index lists each of them', () => {
  const stale = COVERS.filter(
    cover =>
      readFileSync(join(covers, `${cover.name}.svg`), 'utf8') !== coverSvg(cover, 'light') ||
      readFileSync(join(covers, `${cover.name}.dark.svg`), 'utf8') !== coverSvg(cover, 'dark'),
  )
  expect(stale.map(c => c.name)).toEqual([])
  expect(Object.keys(index)).toEqual(COVERS.map(c => c.name))
  const files = readdirSync(covers).filter(name => name.endsWith('.svg'))
  expect(files).toHaveLength(2 * COVERS.length)
})

test('a cover says no colour by name and knows no variable, which native picture views cannot read', () => {
  const drawn = COVERS.flatMap(c => [coverSvg(c, 'light'), coverSvg(c, 'dark')])
  expect(drawn.filter(svg => /var\(|="(ink|paper|red)"|NaN|undefined/.test(svg))).toEqual([])
  expect(Math.max(...drawn.map(svg => svg.length))).toBeLessThan(8_000)
})
