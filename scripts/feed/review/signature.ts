import { createHash } from 'node:crypto'
import type { ReviewRow } from './rows'

/** What a reviewer signed: the sentences of a text and the words that carry them. Another sentence or footnote has another one. */
export function signatureOf(rows: readonly Pick<ReviewRow, 'sentence' | 'words'>[]): string {
  const hash = createHash('sha256')
  for (const { sentence, words } of rows) hash.update(`${sentence}\n${words}\n`)
  return `s${hash.digest('hex').slice(0, 16)}`
}
