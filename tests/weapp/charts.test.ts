import assert from 'node:assert/strict'
import { test } from 'node:test'
import { trendOption } from '../../src/components/chart-trend/option'
import { chartSvg } from '../../src/components/chart/render'

const look = { theme: 'light', width: 350, scale: 1 } as const
const size = { width: 350, height: 200, font: 14 }
const quarter = [undefined, undefined, 50, 51, 56, 60, 61, 62, 61, 63, 66, 71, 33]
const points = quarter.map((value, i) => ({ name: `9/${i + 1}`, value }))
const wordsOf = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(found => found[1]!)
const holds = (svg: string, words: string[]) =>
  assert.deepEqual(
    words.filter(it => !wordsOf(svg).includes(it)),
    [],
  )

test('a quarter of a year is a picture of less than 2.6 kB, because it travels through setData', () => {
  assert.ok(chartSvg(trendOption(points, look), size).length < 2_600)
})

test('the first and the last known week say their share, the others leave it to the table', () => {
  const svg = chartSvg(trendOption(points, look), size)
  holds(svg, ['50%', '33%', '0%', '100%'])
  assert.ok(!wordsOf(svg).includes('71%'))
})

test('two known weeks side by side do not say their shares on each other, the later one says its own', () => {
  const young = points.map((it, i) => ({ ...it, value: i === 10 ? 95 : i === 11 ? 98 : undefined }))
  const svg = chartSvg(trendOption(young, { ...look, scale: 2 }), { ...size, font: 28 })
  assert.deepEqual([wordsOf(svg).includes('95%'), wordsOf(svg).includes('98%')], [false, true])
})

test('a quarter of which nothing is known is an empty frame', () => {
  const svg = chartSvg(
    trendOption(
      points.map(it => ({ ...it, value: undefined })),
      look,
    ),
    size,
  )
  holds(svg, ['0%', '100%'])
  assert.doesNotMatch(svg, /NaN|undefined/)
})

test('names of weeks do not stand on each other at any type size', () => {
  for (const scale of [1, 1.25, 1.5, 2]) {
    const svg = chartSvg(trendOption(points, { ...look, scale }), { ...size, font: 14 * scale })
    const places = [...svg.matchAll(/translate\(([\d.]+) [\d.]+\)' fill='[^']+'>9\/\d+</g)].map(it => Number(it[1]))
    places.sort((a, b) => a - b)
    assert.ok(places.length > 1)
    for (let i = 1; i < places.length; i++) assert.ok(places[i]! - places[i - 1]! > 4 * 14 * scale * 0.62)
  }
})

test('the picture holds nothing that a url() cannot, and nothing that only nodes have a use for', () => {
  const svg = chartSvg(trendOption(points, look), size)
  assert.doesNotMatch(svg, /"|\n|class=|style|ecmeta|clip|hover/)
  assert.match(svg, /^<svg .*<\/svg>$/)
})

test('the colours are those of the theme', () => {
  const svg = chartSvg(trendOption(points, { ...look, theme: 'dark' }), size)
  assert.match(svg, /#f08a7d/)
  assert.doesNotMatch(svg, /#a8261b/)
})

test('the same numbers are the same picture, so that nothing is sent twice', () => {
  const draw = () => chartSvg(trendOption(points, look), size)
  assert.equal(draw(), draw())
})
