import fc from 'fast-check'
import { placeLabels } from '../../scripts/media/src/slides/label-places'
import { routeSvg } from '../../scripts/media/src/slides/route-svg'
import { slideHtml, spokenDate, stepsOf } from '../../scripts/media/src/slides/slide-html'

const setting = { shelf: '党史故事 · 第1集', title: '从石库门到南湖', label: '合成语音' }

test('what an author writes is text on the slide, never markup', () => {
  const html = slideHtml({ kind: 'text', title: '<b>粗</b>', lines: ['甲&乙'] }, setting, 1)
  expect(html).not.toContain('<b>粗</b>')
  expect(html).toContain('&#60;b&#62;粗')
  expect(html).toContain('甲&#38;乙')
})

test('every slide says that its voice is synthetic, and a route that it is no map', () => {
  expect(slideHtml({ kind: 'title', year: 1921 }, setting, 1)).toContain('合成语音')
  expect(slideHtml({ kind: 'route', stops: [{ name: '上海', x: 1, y: 1 }] }, setting, 1)).toContain('不是地图')
})

test('steps not yet reached are dim', () => {
  const slide = { kind: 'text' as const, lines: ['一', '二', '三'] }
  expect(stepsOf(slide)).toBe(3)
  expect(slideHtml(slide, setting, 1).match(/class="dim"/g)).toHaveLength(2)
  expect(slideHtml(slide, setting, 3).match(/class="dim"/g)).toBeNull()
})

test('a space divides a line into key and text only where most lines have one, and never loses a word', () => {
  const keys = (lines: string[]) =>
    [...slideHtml({ kind: 'text', lines }, setting, 9).matchAll(/<b>([^<]+)<\/b>/g)].length
  expect(keys(['走 不恋战', '打 抓弱处', '一共四次'])).toBe(2)
  expect(keys(['五十二天', '歼敌四十七万余人', '关键 锦州和塔山'])).toBe(0)
  expect(slideHtml({ kind: 'text', lines: ['五十二天', '关键 锦州和塔山'] }, setting, 9)).toContain('关键 锦州和塔山')
})

test('the picture of the period stands on the title slide only', () => {
  const pictured = { ...setting, picture: '<svg id="period"/>' }
  expect(slideHtml({ kind: 'title', year: 1921 }, pictured, 1)).toContain('<svg id="period"/>')
  expect(slideHtml({ kind: 'text', lines: ['一'] }, pictured, 1)).not.toContain('period')
})

test('dates are written as read, the year only where it is needed', () => {
  expect(spokenDate('1921-07-23', true)).toBe('1921年7月23日')
  expect(spokenDate('1921-07-23', false)).toBe('7月23日')
  expect(spokenDate(1921, false)).toBe('1921年')
  expect(spokenDate('初春', true)).toBe('初春')
})

test('names along a route stay inside the picture', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ x: fc.integer({ min: 150, max: 850 }), y: fc.integer({ min: 80, max: 320 }) }), {
        minLength: 1,
        maxLength: 9,
      }),
      points => {
        for (const { x, y, anchor } of placeLabels(
          points,
          points.map(() => '安顺场'),
          1000,
          400,
        )) {
          const left = anchor === 'start' ? x : anchor === 'end' ? x - 96 : x - 48
          expect(left).toBeGreaterThanOrEqual(0)
          expect(left + 96).toBeLessThanOrEqual(1000)
          expect(y).toBeLessThanOrEqual(400)
        }
      },
    ),
  )
})

test('a place passed twice is named once, and a route of one stop can be drawn', () => {
  const svg = routeSvg(
    [
      { name: '扎西', x: 0, y: 0 },
      { name: '土城', x: 50, y: 40 },
      { name: '扎西', x: 1, y: 1 },
    ],
    3,
  )
  expect(svg.match(/扎西/g)).toHaveLength(1)
  expect(routeSvg([{ name: '遵义', x: 5, y: 5 }], 1)).not.toContain('NaN')
})
