import fc from 'fast-check'
import { lettersOf, placesOf } from '../../scripts/feed/text/letters'

describe('two ways to write one thing have the same letters', () => {
  test.each([
    ['廿五', '二十五'],
    ['25', '二十五'],
    ['２５', '25'],
    ['1949年', '一九四九年'],
    ['一九二〇年', '一九二○年'],
    ['8.6万', '86,000'],
    ['二万五千里', '25000里'],
    ['百分之九十五', '95%'],
    ['９５％', '百分之95'],
    ['緊挨著馬路', '紧挨着马路'],
    ['兩萬五千里', '25000里'],
    ['乾糧、裏面、羣衆', '干粮里面群众'],
    ['“中国”，人民 。', '中国人民'],
    ['Ｃ９１９', 'c919'],
  ])('%s and %s', (a, b) => {
    expect(lettersOf(a)).toBe(lettersOf(b))
  })
  test.each([
    ['3人', '13人'],
    ['95', '95%'],
    ['1.5万', '15万'],
  ])('but not %s and %s, one in the other either', (a, b) => {
    expect(lettersOf(b)).not.toContain(lettersOf(a))
  })
})

const text = fc
  .array(
    fc.constantFrom(
      '一',
      '二',
      '十',
      '百',
      '千',
      '万',
      '亿',
      '两',
      '.',
      '。',
      '百分之',
      '7',
      '％',
      '國',
      ' ',
      '，',
      ',',
      '甲',
      '㎡',
      '𠮷',
    ),
  )
  .map(it => it.join(''))

test('letters lie in the text in order, and a number’s form is no shorter than the number', () => {
  fc.assert(
    fc.property(text, it => {
      const form = lettersOf(it)
      const places = placesOf(it)
      expect(places).toHaveLength(form.length)
      places.forEach(({ start, end }, at) => {
        expect(end).toBeGreaterThan(start)
        expect(start).toBeGreaterThanOrEqual(places[at - 1]?.start ?? 0)
        expect(end).toBeLessThanOrEqual(it.length)
      })
      expect(form.length).toBeGreaterThanOrEqual(it.match(/[\p{L}\p{N}]/gu)?.length ?? 0)
    }),
  )
})
