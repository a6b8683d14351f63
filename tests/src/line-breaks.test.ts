import { inLine } from '@/components/line-breaks'

test.each([
  ['读到 40%', '读到_40%'],
  ['2 / 3 天', '2_/_3_天'],
  ['学到 3 / 12，还有 5 分钟', '学到_3_/_12，还有_5_分钟'],
  ['2026-11-30 08:30 开会', '2026-11-30 08:30_开会'],
  ['共 5 次 · 2026-11-30 08:30', '共_5_次_· 2026-11-30 08:30'],
  ['第 3 题 · 5 分钟', '第_3_题_· 5_分钟'],
  ['no number at all', 'no number at all'],
])('%s may be broken where %s has a space', (words, shown) => {
  expect(inLine(words).replaceAll('\u00a0', '_')).toBe(shown)
})
