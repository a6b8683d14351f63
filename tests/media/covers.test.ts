import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { COVERS, coverSvg } from '../../scripts/media/src/covers/write-covers'
import { readEpisodes } from '../../scripts/media/src/episodes'

const content = join(__dirname, '../../content')
const covers = join(content, 'covers')
const shelves = parse(readFileSync(join(content, 'shelves.yml'), 'utf8')) as Record<
  'shelves' | 'periods' | 'series',
  { id: string }[]
>
const index = JSON.parse(readFileSync(join(covers, 'index.json'), 'utf8')) as Record<string, { alt: string }>

test('every shelf, period, series and 重点集 has a cover for light and for dark, and words for who cannot see it', () => {
  const flagships = readEpisodes(join(content, 'episodes'), () => undefined).filter(e => e.flagship)
  const wanted = [
    ...shelves.shelves.map(s => s.id),
    ...shelves.periods.map(p => `period-${p.id}`),
    ...shelves.series.map(s => `series-${s.id}`),
    ...flagships.map(e => e.id),
  ]
  const missing = wanted.filter(
    name => !index[name]?.alt || ![`${name}.svg`, `${name}.dark.svg`].every(f => existsSync(join(covers, f))),
  )
  expect(missing).toEqual([])
})

test('the files are what the pens draw, and the index lists each of them', () => {
  const stale = COVERS.filter(
    cover =>
      readFileSync(join(covers, `${cover.name}.svg`), 'utf8') !== coverSvg(cover, 'light') ||
      readFileSync(join(covers, `${cover.name}.dark.svg`), 'utf8') !== coverSvg(cover, 'dark'),
  )
  expect(stale.map(c => c.name)).toEqual([])
  expect(Object.keys(index)).toEqual(COVERS.map(c => c.name))
})

test('a cover says no colour by name and knows no variable, which native picture views cannot read', () => {
  const drawn = COVERS.flatMap(c => [coverSvg(c, 'light'), coverSvg(c, 'dark')])
  expect(drawn.filter(svg => /var\(|="(ink|paper|red)"|NaN|undefined/.test(svg))).toEqual([])
  expect(Math.max(...drawn.map(svg => svg.length))).toBeLessThan(8_000)
})
