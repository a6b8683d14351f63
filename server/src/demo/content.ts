import type { OwnFeed } from '../feed/own-feed'

/** What the invented members study: ids of the feed, sorted. */
export interface DemoContent {
  articles: readonly string[]
  episodes: readonly string[]
  /** Articles with questions. */
  asked: readonly string[]
}

export function demoContent({ chars, seconds, questions }: OwnFeed): DemoContent {
  const asked = new Set([...questions.values()].map(it => it.evidence.article))
  return {
    articles: [...chars.keys()].sort(),
    episodes: [...seconds.keys()].sort(),
    asked: [...asked].filter(id => chars.has(id)).sort(),
  }
}
