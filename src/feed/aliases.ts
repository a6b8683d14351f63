import { aliasesOf, type Aliases } from '@domain/quiz/normalise'
import type { Question } from '@domain/catalog/types'
import { readLedger } from './feed'

let table: Aliases | undefined

/**
 * The ledger's other names of people, events and terms, read only when a question has blanks. Without the ledger
 * a blank is graded by its own accepted texts, which is no reason to stop anybody.
 */
export async function aliasesFor(questions: readonly Question[]): Promise<Aliases | undefined> {
  if (table || !questions.some(question => question.type === 'fill')) return table
  try {
    table = aliasesOf(await readLedger())
  } catch {
    return undefined
  }
  return table
}
