import type { OwnFeed } from '../src/feed/own-feed'

/** What the invented members study: ids of the feed, sorted. */
export interface DemoContent {
  articles: readonly string[]
  episodes: readonly string[]
  /** Articles with questions. */
  asked: readonly string[]
}

/** The feed's ids in an order that is always the same. */
export function demoContent({ articles, episodes, asked }: OwnFeed): DemoContent {
  return {
    articles: [...articles].sort(),
    episodes: [...episodes].sort(),
    asked: [...asked].filter(id => articles.has(id)).sort(),
  }
}
