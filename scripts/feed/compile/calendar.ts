import type { LedgerIndex } from '../corpus/ledger-index'
import type { PointsSource } from '../schema/points'
import type { ScheduleSource } from '../schema/schedule'
import type { Corpus } from '../corpus/corpus'
import { basisOf } from './provenance'
import type { DayPlan, DaysVolume, Schedule } from '../../../domain/catalog/calendar'
import type { RulesFile } from '../../../domain/catalog/points-rules'
import { wordLengths } from '../../../domain/text/line-ends'

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' })

/** The twelve `days-MM.json`, all of them even when a month is still empty. */
export function compileDays({ days }: Corpus, index: LedgerIndex): DaysVolume[] {
  const sorted = days.map(({ value }) => value).sort((a, b) => (a.day < b.day ? -1 : 1))
  return Array.from({ length: 12 }, (_, at) => ({
    month: at + 1,
    days: sorted
      .filter(({ day }) => Number(day.slice(0, 2)) === at + 1)
      .map(({ day, entries }) => ({
        day,
        entries: entries.map(({ year, text, event, article, basis, sources, verify_in }, place) => {
          const ledger = event === undefined ? undefined : index.events.get(event)?.value
          return {
            year,
            text,
            ...(place === 0 ? { words: wordLengths(SEGMENTER.segment(text)) } : {}),
            ...(ledger ? { event: ledger.id } : {}),
            ...(article !== undefined && index.articles.has(article) ? { article } : {}),
            basis: basisOf(basis !== undefined || sources ? { basis, sources } : (ledger ?? {})),
            verifyIn: verify_in ?? ledger?.verify_in ?? [],
          }
        }),
      })),
  }))
}

/** The schedule. Without one (only in a draft) there are no weeks. */
export function compileSchedule(source: ScheduleSource | undefined, index: LedgerIndex): Schedule {
  const plan = ({
    articles,
    episode,
    questions,
  }: {
    articles: string[]
    episode?: string | undefined
    questions: string[]
  }): DayPlan => ({
    articles: articles.filter(id => index.articles.has(id)),
    ...(episode !== undefined && index.episodes.has(episode) ? { episode } : {}),
    questions: questions.filter(id => index.questions.has(id)),
  })
  return {
    starts: source?.starts ?? '2026-11-23',
    weeks: (source?.weeks ?? []).map(({ theme, note, days }) => ({ theme, note, days: days.map(plan) })),
    festivals: (source?.festivals ?? [])
      .map(({ on, theme, note, ...rest }) => ({ on, theme, note, ...plan(rest) }))
      .sort((a, b) => (a.on < b.on ? -1 : 1)),
  }
}

/** `rules.json`, oldest rule set first. */
export function compileRules(source: PointsSource | undefined): RulesFile {
  const ruleSets = (source?.rule_sets ?? []).map(({ from, note, daily_cap, rules }) => ({
    from,
    note,
    rules: rules.map(({ id, label, counter, per, points, daily_cap: dailyCap }) => ({
      id,
      label,
      counter,
      per,
      points,
      dailyCap,
    })),
    dailyCap: daily_cap,
  }))
  return { ruleSets: ruleSets.sort((a, b) => (a.from < b.from ? -1 : 1)) }
}
