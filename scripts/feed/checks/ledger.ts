import { overlaps, spanOf, type DaySpan } from '../dates/fuzzy'
import type { LedgerIndex } from '../corpus/ledger-index'
import { errorAt, type Problem } from '../problem'
import type { EventSource } from '../schema/event'
import type { Corpus, Sourced } from '../corpus/corpus'

/** The ledger agrees with itself: ends follow starts, and who takes part is alive. */
export function checkLedger(corpus: Corpus, index: LedgerIndex): Problem[] {
  return [
    ...corpus.events.flatMap(event => [...checkEnd(event), ...checkAlive(event, index)]),
    ...corpus.people.flatMap(checkLife),
  ]
}

function checkEnd({ at, value }: Sourced<EventSource>): Problem[] {
  if (value.end === undefined || spanOf(value.end).to >= spanOf(value.date).from) return []
  return [errorAt(at, 'end', `${value.id} 的 end（${value.end}）早于 date（${value.date}）；应当改正其一`)]
}

/** A doubtful date may be off by a year either way. */
function spanOfEvent({ date, end, circa }: EventSource): DaySpan {
  const span = spanOf(date, end)
  return circa ? { from: span.from - 10000, to: span.to + 10000 } : span
}

function checkAlive({ at, value }: Sourced<EventSource>, index: LedgerIndex): Problem[] {
  const when = spanOfEvent(value)
  return value.people.flatMap((id, position) => {
    const person = index.people.get(id)?.value
    if (!person) return []
    if (person.born !== undefined && when.to < spanOf(person.born).from) {
      return [
        errorAt(
          at,
          `people.${position}`,
          `${value.id}（${value.date}）里的${person.name} ${person.born} 才出生；应当核实日期，或从 people 里去掉`,
        ),
      ]
    }
    if (person.died !== undefined && when.from > spanOf(person.died).to) {
      return [
        errorAt(
          at,
          `people.${position}`,
          `${value.id}（${value.date}）里的${person.name}已于 ${person.died} 去世；应当核实日期，被纪念的人写在 honours 里`,
        ),
      ]
    }
    return []
  })
}

function checkLife({ at, value }: Corpus['people'][number]): Problem[] {
  const problems: Problem[] = []
  const { born, died } = value
  if (born !== undefined && died !== undefined && spanOf(died).to < spanOf(born).from) {
    problems.push(errorAt(at, 'died', `${value.id} 的 died（${died}）早于 born（${born}）；应当改正其一`))
  }
  value.offices.forEach(({ title, from, to }, position) => {
    const term = spanOf(from, to)
    const path = `offices.${position}`
    if (term.to < term.from)
      problems.push(errorAt(at, path, `${value.id} 的职务“${title}”止于 ${to}，早于 ${from}；应当改正其一`))
    const life: DaySpan = {
      from: born === undefined ? 0 : spanOf(born).from,
      to: died === undefined ? 99991231 : spanOf(died).to,
    }
    if (
      !overlaps({ from: term.from, to: to === undefined ? term.from : term.to }, life) ||
      (to !== undefined && spanOf(to).from > life.to)
    ) {
      problems.push(
        errorAt(
          at,
          path,
          `${value.id} 的职务“${title}”（${from} 至 ${to ?? '今'}）不在生卒年（${born ?? '？'} 至 ${died ?? '今'}）之内；应当改正任期`,
        ),
      )
    }
  })
  return problems
}
