import { sha256Hex } from '../text/sha256'
import type { Option, QuestionType } from './types'

/** First 12 hex digits of the sha-256 of what is asked: type, stem and options, not the key. */
export function wordingHash(type: QuestionType, stem: string, options: readonly Option[]): string {
  return sha256Hex(JSON.stringify([type, stem, options.map(({ id, text }) => [id, text])])).slice(0, 12)
}
