import type { LedgerIndex } from '../corpus/ledger-index'
import { evidenceOf } from '../corpus/question-answer'
import { wordingHash } from '../../../domain/catalog/wording-hash'
import type { QuestionSource } from '../schema/question'
import { paragraphsOf, plainText, type ParagraphBlock } from '../corpus/corpus'
import type { Option, Question } from '../../../domain/catalog/types'

/** {@link wordingHash} of a question as it is written. */
function questionHash(question: QuestionSource): string {
  const options = 'options' in question ? optionsOf(question.options) : []
  return wordingHash(question.type, question.stem, options)
}

/** A question as the quiz asks it; undefined when its evidence does not exist (only in a draft). @param demo ids of the 公开演示题 */
export function compileQuestion(
  source: QuestionSource,
  index: LedgerIndex,
  demo?: ReadonlySet<string>,
): Question | undefined {
  const evidence = evidenceOf(source)
  const article = index.articles.get(evidence.article)
  const paragraph = article && paragraphsOf(article.doc).find(({ id }) => id === evidence.block)
  if (!article || !paragraph) return undefined
  const shared = {
    id: source.id,
    hash: questionHash(source),
    stem: source.stem,
    explain: source.explain,
    evidence,
    difficulty: source.difficulty,
    shelf: article.value.shelf,
    period: article.value.period,
    people: peopleNamed(source.stem, paragraph, index),
    ...(demo?.has(source.id) ? { demo: true as const } : {}),
  }
  switch (source.type) {
    case 'judge':
      return { ...shared, type: source.type, answer: source.answer }
    case 'fill':
      return { ...shared, type: source.type, answer: source.answer }
    case 'single':
      return { ...shared, type: source.type, options: optionsOf(source.options), answer: source.answer }
    case 'multiple':
      return { ...shared, type: source.type, options: optionsOf(source.options), answer: source.answer }
    case 'order':
      return { ...shared, type: source.type, options: optionsOf(source.options), answer: source.answer }
  }
}

function optionsOf(options: Record<string, string>): Option[] {
  return Object.entries(options).map(([id, text]) => ({ id, text }))
}

function peopleNamed(stem: string, paragraph: ParagraphBlock, index: LedgerIndex): string[] {
  const text = `${stem}\n${plainText(paragraph.spans)}`
  const cited = new Set(paragraph.spans.flatMap(span => (span.kind === 'person' ? [span.id] : [])))
  return [...index.people.values()]
    .filter(
      ({ value }) =>
        cited.has(value.id) || [value.name, ...value.aliases].some(name => name.length >= 2 && text.includes(name)),
    )
    .map(({ value }) => value.id)
    .sort()
}
