import { firstMentions } from '@domain/catalog/mentions'
import type { Span } from '@domain/catalog/types'

test('a fact is new only in the text that cites it first, whatever words it is cited with', () => {
  const texts: Span[][] = [
    ['开会那天是', ['1935年1月15日', 'event', 'zunyi-huiyi'], '，', ['周恩来', 'person', 'zhou-enlai'], '到了。'],
    [['遵义会议', 'event', 'zunyi-huiyi'], '开了', ['三天', 'strong'], '。'],
    [['朱德', 'person', 'zhu-de'], '和', ['周恩来', 'person', 'zhou-enlai'], '。'],
  ]
  expect(firstMentions(texts).map(it => [...it])).toEqual([
    ['event zunyi-huiyi', 'person zhou-enlai'],
    [],
    ['person zhu-de'],
  ])
})
