import type { LedgerIndex } from '../corpus/ledger-index'
import { errorAt, errorOn, type Problem } from '../problem'
import { waitFor } from './waiting'
import type { Corpus, Sourced, TextDoc, Texted } from '../corpus/corpus'

interface Based {
  basis?: string | undefined
  sources?: readonly (string | { id: string })[] | undefined
}

/** Every item says what it rests on, once, and every source it names was opened. */
export function checkSources(corpus: Corpus, index: LedgerIndex): Problem[] {
  const named = (item: Sourced<Based>, path: string, value: Based) => checkNamed(item, path, value, index)
  return [
    ...[...corpus.events, ...corpus.people, ...corpus.glossary, ...corpus.articles, ...corpus.episodes].flatMap(
      item => [...checkOneOf(item, '', item.value), ...named(item, 'sources', item.value)],
    ),
    ...corpus.days.flatMap(day =>
      day.value.entries.flatMap((entry, at) => [
        // One with neither leans on its event (checks/days.ts).
        ...(entry.basis !== undefined && entry.sources ? checkOneOf(day, `entries.${at}`, entry) : []),
        ...checkNamed(day, `entries.${at}.sources`, entry, index),
      ]),
    ),
    ...[...corpus.articles, ...corpus.episodes].flatMap(text => checkFootnotes(text, index)),
  ]
}

function checkOneOf({ at }: Sourced<unknown>, path: string, { basis, sources }: Based): Problem[] {
  if (basis === undefined && sources === undefined)
    return [errorAt(at, path, '缺少依据；应当写 sources（打开过的来源），还没有来源的写 basis: recalled')]
  if (basis !== undefined && sources !== undefined)
    return [errorAt(at, path === '' ? 'basis' : `${path}.basis`, 'basis 和 sources 都写了；应当只留 sources')]
  return []
}

function checkNamed({ at }: Sourced<unknown>, path: string, { sources = [] }: Based, index: LedgerIndex): Problem[] {
  return sources.flatMap((source, position) => {
    const id = typeof source === 'string' ? source : source.id
    if (index.sources.has(id)) return []
    return [index.broken.has(id) ? waitFor(id, at) : errorAt(at, `${path}.${position}`, unknown(id, index))]
  })
}

function checkFootnotes({ at, value, doc }: Texted<Based> & { doc: TextDoc }, index: LedgerIndex): Problem[] {
  const listed = new Set(value.sources)
  return doc.footnotes.flatMap(({ label, source, line }) => {
    if (!index.sources.has(source))
      return [
        index.broken.has(source)
          ? waitFor(source, at)
          : errorOn(at, line, `脚注 [^${label}]：${unknown(source, index)}`),
      ]
    if (listed.has(source)) return []
    return [errorOn(at, line, `脚注 [^${label}] 的来源 ${source} 没有列在文件头的 sources 里；应当补上`)]
  })
}

/** A book to check in and a source that was opened have ids of their own, and may share one. */
function unknown(id: string, index: LedgerIndex): string {
  const book = index.works.has(id) ? `（它是 content/works.yml 里可供核对的书，不是打开过的来源）` : ''
  return `来源 ${id} 不在 content/sources/ 的任何文件里${book}；应当改编号，或先在那里写这一条`
}
