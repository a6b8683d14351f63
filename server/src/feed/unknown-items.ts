import { readItem } from '../../../domain/contract/assignments'
import type { OwnFeed } from './own-feed'

/** The assigned items that the service's own copy of the feed lacks. */
export function unknownItems(items: readonly string[], feed: OwnFeed): string[] {
  return items.filter(item => !known(item, feed))
}

function known(item: string, { chars, seconds, questions }: OwnFeed): boolean {
  const it = readItem(item)
  const some = (test: (question: { shelf: string; evidence: { article: string } }) => boolean) =>
    [...questions.values()].some(test)
  switch (it?.kind) {
    case 'article':
      return chars.has(it.id)
    case 'episode':
      return seconds.has(it.id)
    case 'questions':
      return some(question => question.evidence.article === it.article)
    case 'shelf':
      return some(question => question.shelf === it.shelf)
    default:
      return false
  }
}
