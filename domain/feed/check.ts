import { checkCitations } from './checks/citations'
import { checkClaims } from './checks/claims'
import { checkDays } from './checks/days'
import { checkForm } from './checks/form'
import { checkIdentity } from './checks/identity'
import { checkLedger } from './checks/ledger'
import { checkOrder } from './checks/order'
import { checkPeriods } from './checks/period'
import { checkQuestions } from './checks/questions'
import { checkReferences } from './checks/references'
import { checkRepetition } from './checks/repetition'
import { checkSchedule } from './checks/schedule'
import { indexLedger } from './ledger-index'
import type { Problem } from './problem'
import type { Corpus } from './source'

/** Every check across items. Pure: the same corpus gives the same problems in the same order. */
export function checkCorpus(corpus: Corpus): Problem[] {
  const index = indexLedger(corpus)
  const alone = [...checkIdentity(corpus), ...checkForm(corpus), ...checkClaims(corpus), ...checkRepetition(corpus)]
  if (corpus.unread) return alone
  return [
    ...alone,
    ...checkReferences(corpus, index),
    ...checkLedger(corpus, index),
    ...checkPeriods(corpus, index),
    ...checkQuestions(corpus, index),
    ...checkDays(corpus, index),
    ...checkSchedule(corpus, index),
    ...[...corpus.articles, ...corpus.episodes].flatMap(({ at, doc, value }) => [
      ...checkCitations(at, doc, value.date, index),
      ...checkOrder(at, doc, index),
    ]),
  ]
}
