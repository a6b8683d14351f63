import { hanToDigits, readNumeral } from '@domain/text/numerals'

test.each([
  ['8.6万', 86_000],
  ['2万5千', 25_000],
  ['两万五千', 25_000],
  ['二百零十', 210],
  ['廿八', 28],
  ['贰佰伍拾', 250],
  ['百万', 1_000_000],
  ['一亿二千万', 120_000_000],
  ['一万亿', 1e12],
  ['一万二千亿', 1.2e12],
  ['一九二一', 1921],
  ['1921.', 1921],
])('%s is written as numbers are: %d', (run, value) => {
  expect(readNumeral(run)).toEqual({ value, regular: true })
})

test.each(['三五十', '十十', '百', '万', '亿', '一千二千', '一万二万', '一亿万'])('%s is not', run => {
  expect(readNumeral(run)?.regular).toBe(false)
})

test.each(['.', '1.2.3', '三人'])('%s is no number', run => {
  expect(readNumeral(run)).toBeUndefined()
})

test('digit by digit a leading zero stays', () => {
  expect(hanToDigits('〇七三一')).toBe('0731')
})
