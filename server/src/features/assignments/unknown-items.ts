import { readItem } from '../../../../domain/contract/assignment-items'
import type { OwnFeed } from '../../feed/own-feed'

/** The assigned items that the service's own copy of the feed lacks. */
export function unknownItems(items: readonly string[], feed: OwnFeed): string[] {
  return items.filter(item => !known(item, feed))
}

function known(item: string, { articles, episodes, asked }: OwnFeed): boolean {
  const it = readItem(item)
  switch (it?.kind) {
    case 'article':
      return articles.has(it.id)
    case 'episode':
      return episodes.has(it.id)
    case 'questions':
      return asked.has(it.article)
    default:
      return it !== undefined
  }
}
