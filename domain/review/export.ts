import type { Question } from '../catalog/types'
import { expectedWords } from '../quiz/words'
import { formatFullDay } from '../time/format'
import type { ReviewCard } from './card'

/**
 * The notebook as plain text for a message or a printer: question, options, answer, why. Cards whose question has left
 * the feed are skipped.
 */
export function notebookText(cards: readonly ReviewCard[], pool: readonly Question[], today: string): string {
  const known = new Map(pool.map(q => [q.id, q]))
  const entries = cards.flatMap(card => known.get(card.q) ?? []).map((q, i) => entry(q, i + 1))
  return [`错题本（${formatFullDay(today)}，共 ${entries.length} 题）`, ...entries].join('\n\n')
}

function entry(question: Question, number: number): string {
  const options = 'options' in question ? question.options.map((o, i) => `${'ABCDEF'[i] ?? '·'}. ${o.text}`) : []
  const right = expectedWords(question).join(question.type === 'order' ? ' → ' : '；')
  return [`${number}. ${question.stem}`, ...options, `答案：${right}`, `解析：${question.explain}`].join('\n')
}
