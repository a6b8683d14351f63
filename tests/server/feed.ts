/** A small feed for counting: one article, one episode, one question, today's rules. */
import type { Question } from '../../domain/catalog/types'
import type { OwnFeed } from '../../server/src/feed/own-feed'

const asked: Question = {
  id: 'q-00001',
  hash: '0123456789ab',
  type: 'single',
  stem: '哪一年？',
  explain: '',
  evidence: { article: 'a-0001', block: 'e1' },
  difficulty: 1,
  shelf: 'reform',
  period: 'reform',
  people: [],
  options: [
    { id: 'a', text: '1978' },
    { id: 'b', text: '1979' },
  ],
  answer: 'a',
}

/** {@link testFeed} with articles enough for the demo district. */
export function demoFeed(): OwnFeed {
  const feed = testFeed()
  for (let n = 1; n <= 90; n++) feed.chars.set(`a-${String(n).padStart(4, '0')}`, 900)
  return feed
}

export function testFeed(): OwnFeed {
  return {
    version: 'test',
    questions: new Map([[asked.id, asked]]),
    chars: new Map([
      ['a-0001', 1000],
      ['a-0002', 1000],
    ]),
    seconds: new Map([['e-0001', 300]]),
    rules: [
      {
        from: '2026-01-01',
        note: '',
        dailyCap: 30,
        rules: [
          { id: 'article', label: '', counter: 'new_articles', per: 1, points: 3, dailyCap: 9 },
          { id: 'reading', label: '', counter: 'read_seconds', per: 300, points: 1, dailyCap: 4 },
          { id: 'answer', label: '', counter: 'correct_answers', per: 2, points: 1, dailyCap: 5 },
        ],
      },
    ],
    aliases: {},
  }
}
