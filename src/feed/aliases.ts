import { aliasesOf, type Aliases } from '@domain/quiz/answer-form'
import type { Ledger } from '@domain/catalog/ledger'
import type { Question } from '@domain/catalog/types'
import { readLedger } from './feed'

/** Made once from each ledger that was read. */
const tables = new WeakMap<Ledger, Aliases>()

/**
 * The ledger's other names of people, events and terms, read only when a question has blanks. Without the ledger
 * a blank is graded by its own accepted texts, which is no reason to stop anybody.
 */
export async function aliasesFor(questions: readonly Question[]): Promise<Aliases | undefined> {
  if (!questions.some(question => question.type === 'fill')) return undefined
  try {
    const ledger = await readLedger()
    const table = tables.get(ledger) ?? aliasesOf(ledger)
    tables.set(ledger, table)
    return table
  } catch {
    return undefined
  }
}
