import fc from 'fast-check'
import { normalise } from '../../scripts/media/src/normalise'
import { cardinal } from '../../scripts/media/src/number-words'

test.each([
  ['1921年7月23日', '一九二一年七月二十三日'],
  ['一九二〇年', '一九二零年'],
  ['1935-01-15', '一九三五年一月十五日'],
  ['1937—1945年', '一九三七年至一九四五年'],
  ['20世纪30年代', '二十世纪三十年代'],
  ['第12届', '第十二届'],
  ['增长12.5%', '增长百分之十二点五'],
  ['30%—40%的人', '百分之三十至百分之四十的人'],
  ['30-40%', '百分之三十至百分之四十'],
  ['占3/4', '占四分之三'],
  ['3~5人', '三至五人'],
  ['2个人，12个人，20里', '两个人，十二个人，二十里'],
  ['2000人，200人', '两千人，二百人'],
  ['1,046条', '一千零四十六条'],
  ['10010步', '一万零一十步'],
  ['8:30，20:05，9:00', '八点三十分，二十点零五分，九点整'],
  ['5km，30kg，4m²', '五公里，三十公斤，四平方米'],
  ['第115师和120师', '第幺幺五师和幺二零师'],
  ['301医院', '三零一医院'],
  ['加入WTO', '加入达不溜提欧'],
  ['“红船”（画舫）停着', '红船，画舫，停着'],
  ['卡尔·马克思', '卡尔马克思'],
  ['他说——走！', '他说，走！'],
  ['等啊等……天亮了', '等啊等。天亮了'],
  ['１９４９年', '一九四九年'],
  ['零下40℃', '零下四十摄氏度'],
])('%s is said %s', (written, said) => {
  expect(normalise(written)).toBe(said)
})

test('whatever is written, only Chinese characters and pauses are left to be said', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom(...'0123456789.,%-—:/年月日第个师届km℃AZ（）“”…·〇，。 ') }),
      ),
      text => {
        expect(normalise(text)).toMatch(/^[\p{Script=Han}，。！？；：、]*$/u)
      },
    ),
  )
})

test('normalising what is already normal changes nothing', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789.,%-—:/年月日第个师届km℃AZ（）“”…·〇，。 ') }),
      text => {
        expect(normalise(normalise(text))).toBe(normalise(text))
      },
    ),
  )
})

/** The obvious reader of Chinese numerals, to check `cardinal` against. */
function valueOf(words: string): bigint {
  let total = 0n
  let group = 0n
  let digit = 0n
  for (const c of words) {
    const d = '零一二三四五六七八九'.indexOf(c)
    if (d >= 0) digit = BigInt(d)
    else if ('十百千'.includes(c)) {
      group += (digit || 1n) * 10n ** BigInt('十百千'.indexOf(c) + 1)
      digit = 0n
    } else {
      total += (group + digit) * 10n ** BigInt(4 * ('万亿兆'.indexOf(c) + 1))
      group = 0n
      digit = 0n
    }
  }
  return total + group + digit
}

test('a number read aloud has the value that was written', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 9999999999999999n }), value => {
      expect(valueOf(cardinal(String(value)))).toBe(value)
    }),
  )
})
