import type { Corpus, Sourced } from '../corpus/corpus'
import { namedSources } from '../corpus/named-sources'
import { errorAt, type Problem } from '../problem'
import type { SourceSource } from '../schema/source'
import { hostAmong, hosts } from '../text/hosts'
import { sentencesOf } from './coverage'
import { repeats } from './repeats'

/** Forums, boards and newspapers abroad, and what copies them: docs/decisions/0147-hosts-on-which-nothing-rests.md */
const REFUSED = hosts(`
  wenxuecity.com luwanzi.com creaders.net backchina.com canton8.com boxun.com tvsmo.com aboluowang.com
  epochtimes.com ntdtv.com secretchina.com storm.mg bbctodays.pages.dev
  comefromchina.com ktsf.com am1470.com worldjournal.com observer-taipei.com
`)

/**
 * The lists of what was opened, the whole one and each text's, have only what something rests on, each page once, and nothing
 * on which nothing may rest.
 */
export function checkSourceList(corpus: Corpus): Problem[] {
  return [
    ...corpus.sources.flatMap(checkHosts),
    ...checkTwins(corpus.sources),
    ...checkUnused(corpus),
    ...checkListed(corpus),
  ]
}

/** One page under two ids would count as two sources that agree. An id that is taken twice is told of where ids are. */
function checkTwins(sources: Corpus['sources']): Problem[] {
  return repeats(sources, pageOf)
    .filter(({ item, first }) => item.value.id !== first.value.id)
    .map(({ item: { at, value }, first }) =>
      errorAt(
        at,
        value.repository ? 'repository' : 'address',
        `来源 ${value.id} 和来源 ${first.value.id} 是同一页；应当只留一条，用处都写它`,
      ),
    )
}

/** A repository's file is the same page in whichever of its commits; so is one with and without encryption. */
const pageOf = ({ address, repository }: SourceSource): string =>
  repository ? `${repository.name} ${repository.path}` : address!.replace(/^http:/u, 'https:')

function checkHosts({ at, value }: Sourced<SourceSource>): Problem[] {
  return (['address', 'online'] as const).flatMap(field => {
    const host = value[field] && hostAmong(value[field], REFUSED)
    if (host === undefined) return []
    return [errorAt(at, field, `来源 ${value.id} 在不能作依据的网站上（${host}）；应当换一处来源`)]
  })
}

function checkUnused(corpus: Corpus): Problem[] {
  // What a refused row names is not known: a source may be its.
  if (corpus.refused) return []
  const used = new Set([
    ...[...corpus.events, ...corpus.people, ...corpus.glossary, ...corpus.days].flatMap(({ value }) =>
      namedSources(value),
    ),
    ...[...corpus.articles, ...corpus.episodes].flatMap(({ value, doc }) => namedSources(value, doc)),
    ...corpus.withheld.flatMap(({ sources }) => sources),
  ])
  return corpus.sources.flatMap(({ at, value: { id } }) =>
    used.has(id) ? [] : [errorAt(at, 'id', `来源 ${id} 没有一处用到；应当删去这一条`)],
  )
}

/** What a text ends on as its grounds is what its footnotes name, and what the entries that it cites rest on. */
function checkListed(corpus: Corpus): Problem[] {
  // What a refused row carries is not known.
  if (corpus.refused) return []
  const rests = new Map<string, string[]>([
    ...corpus.events.map(({ value }) => [`event ${value.id}`, namedSources(value)] as const),
    ...corpus.people.map(({ value }) => [`person ${value.id}`, namedSources(value)] as const),
  ])
  return [...corpus.articles, ...corpus.episodes].flatMap(({ at, value, doc }) => {
    const carried = new Set([
      ...doc.footnotes.map(({ source }) => source),
      ...sentencesOf(doc).flatMap(it => it.cited.flatMap(key => rests.get(key) ?? [])),
    ])
    return (value.sources ?? []).flatMap(id =>
      carried.has(id)
        ? []
        : [errorAt(at, 'sources', `来源 ${id} 列在文件头里，没有一处脚注、也没有引用的条目靠它；应当从这里删去`)],
    )
  })
}
