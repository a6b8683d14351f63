import { errorAt, type Problem } from '../problem'
import type { Corpus, Sourced, WithheldKind } from '../corpus/corpus'
import { comparable } from '../text/comparable'
import { repeats } from './repeats'

/** Ids (also over what is withheld), titles, series numbers and days are each used once. */
export function checkIdentity(corpus: Corpus): Problem[] {
  const uniqueIds = (kind: WithheldKind, shipped: readonly Sourced<{ id: string }>[]) =>
    unique([...shipped, ...corpus.withheld.filter(item => item.kind === kind)], 'id', item => item.id, '编号')
  return [
    ...uniqueIds('event', corpus.events),
    ...uniqueIds('person', corpus.people),
    ...unique(corpus.works, 'id', item => item.id, '编号'),
    ...unique(corpus.sources, 'id', item => item.id, '编号'),
    ...uniqueIds('term', corpus.glossary),
    ...unique(corpus.objects, 'id', item => item.id, '编号'),
    ...unique(corpus.courses, 'id', item => item.id, '编号'),
    ...uniqueIds('article', corpus.articles),
    ...uniqueIds('episode', corpus.episodes),
    ...uniqueIds('question', corpus.questions),
    ...unique(corpus.media, 'id', item => item.id, '编号'),
    ...unique(corpus.events, 'title', item => comparable(item.title), '标题'),
    ...unique(corpus.people, 'name', item => comparable(item.name), '姓名'),
    ...unique(corpus.articles, 'title', item => comparable(item.title), '标题'),
    ...unique(corpus.episodes, 'title', item => comparable(item.title), '标题'),
    ...unique(corpus.episodes, 'number', item => `${item.series} ${item.number}`, '集号'),
    ...unique(corpus.days, 'day', item => item.day, '日子'),
    ...checkTerms(corpus),
  ]
}

function unique<T>(items: readonly Sourced<T>[], field: string, key: (value: T) => string, what: string): Problem[] {
  return repeats(items, key).map(({ item: { at, value }, first }) =>
    errorAt(
      at,
      field,
      `${what} ${String(Reflect.get(value as object, field))} 已经用在 ${first.at.file}:${first.at.line}；应当换一个，每个${what}只用一次`,
    ),
  )
}

function checkTerms(corpus: Corpus): Problem[] {
  const first = new Map<string, Sourced<{ id: string }>>()
  return corpus.glossary.flatMap(term =>
    [term.value.term, ...term.value.aliases].flatMap((text, at) => {
      const other = first.get(text)
      first.set(text, other ?? term)
      return other
        ? [
            errorAt(
              term.at,
              at === 0 ? 'term' : `aliases.${at - 1}`,
              `名词“${text}”已经在 ${other.at.file}:${other.at.line}（${other.value.id}）；应当合并成一条`,
            ),
          ]
        : []
    }),
  )
}
