import { paragraphsOf, type Corpus } from '../corpus/corpus'

/** People and events that no text cites: a card nobody can open. */
export function uncitedSection({ articles, episodes, days, events, people }: Corpus): string {
  const cited = new Set(
    [...articles, ...episodes].flatMap(({ doc }) =>
      paragraphsOf(doc).flatMap(({ spans }) =>
        spans.flatMap(span => (span.kind === 'event' || span.kind === 'person' ? [`${span.kind} ${span.id}`] : [])),
      ),
    ),
  )
  for (const { value } of days)
    for (const { event } of value.entries) if (event !== undefined) cited.add(`event ${event}`)
  const takingPart = new Set(events.flatMap(({ value }) => [...value.people, ...value.honours]))
  const silentEvents = events.filter(({ value }) => !cited.has(`event ${value.id}`))
  const silentPeople = people.filter(({ value }) => !cited.has(`person ${value.id}`))
  const nowhere = silentPeople.filter(({ value }) => !takingPart.has(value.id))
  const list = (names: readonly string[]) => (names.length === 0 ? '无。' : `${names.join('、')}。`)
  return [
    '## 从未引用',
    `没有被文章、文稿或“党史上的今天”引用的事件 ${silentEvents.length} 个：${list(silentEvents.map(({ value }) => `${value.title}（${value.id}）`))}`,
    `没有被文章或文稿引用的人物 ${silentPeople.length} 个，其中也不在任何事件里的 ${nowhere.length} 个：${list(nowhere.map(({ value }) => `${value.name}（${value.id}）`))}`,
  ].join('\n\n')
}
