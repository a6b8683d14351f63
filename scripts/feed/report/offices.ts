import { officeWords } from '../citations/person'
import { paragraphsOf, type Corpus } from '../corpus/corpus'
import { comparable } from '../text/comparable'
import { table } from './table'

/** Offices said right before a cited name that the ledger does not know, and so cannot check against a term. */
export function officesSection({ articles, episodes, people }: Corpus): string {
  const known = new Map(people.map(({ value }) => [value.id, value]))
  const rows = [...articles, ...episodes].flatMap(({ at, doc }) =>
    paragraphsOf(doc).flatMap(({ spans }) =>
      spans.flatMap((span, position) => {
        const before = spans[position - 1]
        const person = span.kind === 'person' ? known.get(span.id) : undefined
        const office = person && before?.kind === 'text' ? officeWords(before.text) : undefined
        if (
          !person ||
          office === undefined ||
          person.offices.some(({ title }) => comparable(office).endsWith(comparable(title)))
        )
          return []
        return [[`…${office.slice(-14)}${span.text}`, person.id, `${at.file}:${span.line}`]]
      }),
    ),
  )
  return [
    '## 未能核对任期的职务',
    `写在引用的姓名之前、people.yml 的 offices 里没有的职务：${rows.length} 处。第二位读者应当逐处核对。`,
    ...(rows.length > 0 ? [table(['文字', '人物', '出处'], rows)] : []),
  ].join('\n\n')
}
