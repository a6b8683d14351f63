import { reportsText } from '@domain/review/error-reports'

test('reports come out as text with what an editor needs: id, wording, version, words and note', () => {
  const report = { about: 'q-00123', hash: 'abc', words: '题干', note: '年份不对', day: '2026-11-24', feed: '1007b9' }
  expect(reportsText([report, { ...report, about: 'zunyi-huiyi', hash: undefined, note: '' }])).toBe(
    [
      '报告的错误（共 2 条）',
      '1. q-00123（abc），2026-11-24，内容版本 1007b9\n原文：题干\n说明：年份不对',
      '2. zunyi-huiyi，2026-11-24，内容版本 1007b9\n原文：题干\n说明：没有写',
    ].join('\n\n'),
  )
})
