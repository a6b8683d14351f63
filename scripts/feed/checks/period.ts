import { overlaps, parseFuzzy, spanOf, type DaySpan } from '../dates/fuzzy'
import type { LedgerIndex } from '../corpus/ledger-index'
import { errorAt, errorOn, type Problem } from '../problem'
import type { ShelvesSource } from '../schema/shelves'
import type { Corpus, Texted } from '../corpus/corpus'
import type { PeriodId, ShelfId } from '../../../domain/catalog/types'

type Dated = Texted<{ period: PeriodId; shelf: ShelfId; date: string; beyond: string[] }>

/** Folders, shelves, periods and dates agree; what is cited from another period is announced in `beyond`. */
export function checkPeriods(corpus: Corpus, index: LedgerIndex): Problem[] {
  const shelves = corpus.shelves?.value
  if (!shelves) return []
  return [
    ...corpus.articles.flatMap(article => [
      ...checkFolder(article, article.value.shelf, 'articles'),
      ...checkDated(article, shelves, index),
    ]),
    ...corpus.episodes.flatMap(episode => [
      ...checkFolder(episode, episode.value.series, 'episodes'),
      ...checkKind(episode, shelves),
      ...checkDated(episode, shelves, index),
    ]),
  ]
}

function checkFolder({ at }: Texted<unknown>, folder: string, kind: 'articles' | 'episodes'): Problem[] {
  const expected = `content/${kind}/${folder}/`
  if (at.file.startsWith(expected)) return []
  return [errorAt(at, kind === 'articles' ? 'shelf' : 'series', `文件不在 ${expected} 里；应当移过去，或改正这个字段`)]
}

function checkKind({ at, value }: Corpus['episodes'][number], shelves: ShelvesSource): Problem[] {
  const series = shelves.series.find(({ id }) => id === value.series)
  if (!series || series.kind === 'video' || value.kind === 'audio') return []
  return [errorAt(at, 'kind', `${series.title}是 ${series.kind} 系列；应当写 kind: ${series.kind}`)]
}

function checkDated(item: Dated, { periods, shelves }: ShelvesSource, index: LedgerIndex): Problem[] {
  const { at, value, doc } = item
  const problems: Problem[] = []
  const period = periods.find(({ id }) => id === value.period)
  if (!period) return problems
  const span: DaySpan = { from: period.from * 10000, to: period.to * 10000 + 1231 }
  const year = parseFuzzy(value.date)?.y ?? 0
  if (!overlaps(spanOf(value.date), span)) {
    problems.push(
      errorAt(
        at,
        'date',
        `date ${value.date} 不在${period.title}（${period.from}—${period.to}）之内；应当改 date 或 period`,
      ),
    )
  }
  // The four period shelves hold their own period; 人物 and 身边课 hold all of them.
  if (value.shelf !== value.period && periods.some(({ id }) => id === value.shelf)) {
    problems.push(errorAt(at, 'period', `书架 ${value.shelf} 里的 period 写成了 ${value.period}；应当一致`))
  }
  const first = shelves.find(({ id }) => id === value.shelf)?.volumes[0]
  if (first !== undefined && year < first)
    problems.push(errorAt(at, 'date', `date ${value.date} 早于书架的第一卷（${first}）；应当改 date 或 shelf`))
  const told = new Set<string>()
  for (const block of doc.blocks) {
    if (block.kind !== 'paragraph') continue
    for (const cited of block.spans) {
      if (cited.kind !== 'event' || told.has(cited.id) || value.beyond.includes(cited.id)) continue
      const event = index.events.get(cited.id)?.value
      if (!event || overlaps(spanOf(event.date, event.end), span)) continue
      told.add(cited.id)
      problems.push(
        errorOn(
          at,
          cited.line,
          `事件 ${cited.id}（${event.date}）不在${period.title}之内；应当在文件头写 beyond: [${cited.id}]，或去掉引文`,
        ),
      )
    }
  }
  return problems
}
