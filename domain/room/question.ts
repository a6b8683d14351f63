import type { Block, Option, Question } from '../catalog/types'
import { expectedOf } from '../quiz/grade'
import { seeded, shuffle } from '../quiz/random'
import { plainText } from '../text/plain-text'

/** What can be asked in a room: nobody types there, and nobody drags. */
export type RoomQuestion = Extract<Question, { type: 'single' | 'multiple' | 'judge' }>

/** A question as it is asked: nothing of its key. */
export interface AskedQuestion {
  id: string
  type: RoomQuestion['type']
  stem: string
  /** In the order in which everybody sees them. */
  options: Option[]
}

/** What is told once it is closed. */
export interface Solution {
  /** Option ids. */
  answer: string[]
  explain: string
  proof?: { words: string; title: string }
}

/** Whether it can be asked in a room. One that was corrected since the feed was made is left out: the service has the older words. */
export const isAskable = (question: Question): question is RoomQuestion =>
  question.type !== 'fill' && question.type !== 'order' && !question.corrected

/** The question without its key, its options shuffled by `seed`; a judgement keeps 对 before 错. */
export function askedQuestion(question: RoomQuestion, seed: string): AskedQuestion {
  const { id, type, stem } = question
  if (question.type === 'judge') return { id, type, stem, options: JUDGEMENTS }
  return { id, type, stem, options: shuffle(question.options, seeded(`room:${seed}:${id}`)) }
}

const JUDGEMENTS: Option[] = [
  { id: 'true', text: '对' },
  { id: 'false', text: '错' },
]

/** Its key, why, and the words of the article that prove it. @param blocks of the article that it rests on */
export function solutionOf(question: RoomQuestion, article?: { title: string; blocks: readonly Block[] }): Solution {
  const { block } = question.evidence
  const proving = article?.blocks.find(it => it.kind === 'paragraph' && it.id === block)
  return {
    answer: expectedOf(question),
    explain: question.explain,
    ...(article && proving && { proof: { words: wordsOf(proving), title: article.title } }),
  }
}

/** A block's words without what they cite. */
export function wordsOf(block: Block): string {
  return block.kind === 'heading' ? block.text : plainText(block.spans)
}
