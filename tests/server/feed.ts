/** A small feed: two articles, one of them with questions, one episode, and an article that was withheld. */
import type { OwnFeed } from '../../server/src/feed/own-feed'

/** {@link testFeed} with articles enough for the demo district. */
export function demoFeed(): OwnFeed {
  const feed = testFeed()
  for (let n = 1; n <= 90; n++) feed.articles.add(`a-${String(n).padStart(4, '0')}`)
  return feed
}

export function testFeed(): OwnFeed {
  return {
    version: 'test',
    articles: new Set(['a-0001', 'a-0002']),
    episodes: new Set(['e-0001']),
    asked: new Set(['a-0001']),
    former: new Set(['a-0900']),
  }
}
