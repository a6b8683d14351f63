import { withheldNote, type LedgerIndex } from '../corpus/ledger-index'
import { errorAt, type Problem } from '../problem'
import { waitFor } from './waiting'
import type { Corpus, Sourced, WithheldKind } from '../corpus/corpus'

interface Provenanced {
  verify_in?: string[] | undefined
}

/** What a folder or file holds, where some of it may be withheld. */
const KINDS: Record<string, WithheldKind | undefined> = {
  'content/articles': 'article',
  'content/events.yml': 'event',
  'content/people.yml': 'person',
}

/** Every id that an item's fields name exists. Citations in texts are checked by `checkCitations`. */
export function checkReferences(corpus: Corpus, index: LedgerIndex): Problem[] {
  const problems: Problem[] = []
  const need = (
    known: { has(id: string): boolean },
    item: Sourced<unknown>,
    path: string,
    id: string,
    where: string,
  ) => {
    if (known.has(id)) return
    if (index.broken.has(id)) return void problems.push(waitFor(id, item.at))
    const field = path.replace(/\.\d+$/u, '')
    const kind = KINDS[where]
    const withheld = kind && withheldNote(index, kind, id)
    const message =
      withheld === undefined
        ? `${field} 里的 ${id} 不存在；应当是 ${where} 里的编号`
        : `${field} 里的 ${id} ${withheld}；应当去掉，或换一个没有撤下的`
    problems.push(errorAt(item.at, path, message))
  }
  const each = (
    known: { has(id: string): boolean },
    item: Sourced<unknown>,
    path: string,
    ids: readonly string[],
    where: string,
  ) => ids.forEach((id, at) => need(known, item, `${path}.${at}`, id, where))
  const works = (item: Sourced<Provenanced>) =>
    each(index.works, item, 'verify_in', item.value.verify_in ?? [], 'content/works.yml')

  for (const item of [
    ...corpus.events,
    ...corpus.people,
    ...corpus.glossary,
    ...corpus.articles,
    ...corpus.episodes,
    ...corpus.questions,
  ])
    works(item)
  for (const event of corpus.events) {
    each(index.people, event, 'people', event.value.people, 'content/people.yml')
    each(index.people, event, 'honours', event.value.honours, 'content/people.yml')
  }
  for (const article of corpus.articles) {
    each(index.articles, article, 'related', article.value.related, 'content/articles')
    each(index.events, article, 'beyond', article.value.beyond, 'content/events.yml')
    article.value.related.forEach((id, at) => {
      if (id === article.value.id)
        problems.push(errorAt(article.at, `related.${at}`, 'related 里写了自己；应当写别的文章'))
      else if (article.value.related.indexOf(id) < at)
        problems.push(errorAt(article.at, `related.${at}`, `related 里 ${id} 写了两次；应当去掉一个`))
    })
  }
  const drawn = new Set<string>()
  // What is withheld comes back: its cover waits with it.
  const coverable = { has: (id: string) => index.episodes.has(id) || index.withheld.has(`episode ${id}`) }
  for (const object of corpus.objects) {
    each(index.articles, object, 'of', object.value.of, 'content/articles')
    each(coverable, object, 'cover', object.value.cover, 'content/episodes')
    for (const field of ['of', 'cover'] as const) {
      object.value[field].forEach((id, at) => {
        if (drawn.has(id)) problems.push(errorAt(object.at, `${field}.${at}`, `${id} 已经有一个物件；应当只留一个`))
        drawn.add(id)
      })
    }
  }
  for (const episode of corpus.episodes) {
    each(index.articles, episode, 'articles', episode.value.articles, 'content/articles')
    each(index.events, episode, 'beyond', episode.value.beyond, 'content/events.yml')
  }
  for (const day of corpus.days) {
    day.value.entries.forEach((entry, at) => {
      each(index.works, day, `entries.${at}.verify_in`, entry.verify_in ?? [], 'content/works.yml')
      if (entry.event !== undefined) need(index.events, day, `entries.${at}.event`, entry.event, 'content/events.yml')
      if (entry.article !== undefined)
        need(index.articles, day, `entries.${at}.article`, entry.article, 'content/articles')
    })
  }
  return problems
}
