import { checkCitations } from './citations'
import { checkClaims } from './claims'
import { checkCourses } from './courses'
import { checkDays } from './days'
import { checkDemoPaper } from './demo-paper'
import { checkEveryday } from './everyday'
import { checkForm } from './form'
import { checkHistories } from './histories'
import { checkIdentity } from './identity'
import { checkLedger } from './ledger'
import { checkOrder } from './order'
import { checkPeriods } from './period'
import { checkQuestions } from './questions'
import { checkReferences } from './references'
import { checkRepetition } from './repetition'
import { checkSchedule } from './schedule'
import { checkSourceList } from './source-list'
import { checkSourced } from './sourced'
import { checkSources } from './sources'
import { countWaiting } from './waiting'
import { indexLedger } from '../corpus/ledger-index'
import type { Problem } from '../problem'
import type { Corpus } from '../corpus/corpus'

/** Every check across items. Pure: the same corpus gives the same problems in the same order. */
export function checkCorpus(corpus: Corpus): Problem[] {
  const index = indexLedger(corpus)
  const alone = [...checkIdentity(corpus), ...checkForm(corpus), ...checkClaims(corpus), ...checkRepetition(corpus)]
  if (corpus.unread) return alone
  const problems = [
    ...alone,
    ...checkReferences(corpus, index),
    ...checkSources(corpus, index),
    ...checkSourceList(corpus),
    ...checkSourced(corpus, index),
    ...checkLedger(corpus, index),
    ...checkPeriods(corpus, index),
    ...checkHistories(corpus, index),
    ...checkQuestions(corpus, index),
    ...checkDays(corpus, index),
    ...checkSchedule(corpus, index),
    ...checkCourses(corpus, index),
    ...checkDemoPaper(corpus, index),
    ...checkEveryday(corpus),
    ...[...corpus.articles, ...corpus.episodes].flatMap(({ at, doc, value }) => [
      ...checkCitations(at, doc, value.date, index),
      ...checkOrder(at, doc, index),
    ]),
  ]
  return countWaiting(problems, corpus.broken)
}
