import { clockWords, lengthWords, ruleLines, spentWords, triesWords, windowWords } from '@domain/contest/words'

test('lengths, windows and tries are said as people say them', () => {
  expect([10, 60, 90, 1_200, 5_400, 3_600].map(lengthWords)).toEqual([
    '10 秒',
    '1 分钟',
    '1 分钟 30 秒',
    '20 分钟',
    '1 小时 30 分钟',
    '1 小时',
  ])
  expect(clockWords({ kind: 'question', seconds: 30 })).toBe('每题 30 秒')
  expect(clockWords({ kind: 'paper', seconds: 1_200 })).toBe('一份卷 20 分钟')
  expect(windowWords({ opens: '2026-11-30T01:00:00.000Z', closes: '2026-12-06T10:00:00.000Z' })).toBe(
    '11月30日 09:00 到 12月6日 18:00',
  )
  expect([triesWords(1), triesWords(3)]).toEqual(['每人一次', '每人最多 3 次，取最好的一次'])
  expect([59_400, 60_000, 252_499].map(spentWords)).toEqual(['59 秒', '1 分 0 秒', '4 分 12 秒'])
})

test('the rules say what the clock does, when a try is used, and how a result is compared', () => {
  const question = ruleLines({ clock: { kind: 'question', seconds: 30 }, questions: 20, tries: 1 }).join('')
  const paper = ruleLines({ clock: { kind: 'paper', seconds: 600 }, questions: 10, tries: 2 }).join('')
  for (const rules of [question, paper]) {
    for (const said of ['看到第一题', '时间只看服务的钟', '最多 2 秒', '先比答对几题']) expect(rules).toContain(said)
  }
  expect(question).toContain('按“下一题”才开始')
  expect(paper).toContain('自动交卷')
})
