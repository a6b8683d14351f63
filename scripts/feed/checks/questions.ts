import { coverage, supports } from '../citations/support'
import { withheldNote, type LedgerIndex } from '../corpus/ledger-index'
import { errorAt, type Problem } from '../problem'
import { waitFor } from './waiting'
import { evidenceOf, rightTexts } from '../corpus/question-answer'
import type { QuestionSource } from '../schema/question'
import { paragraphsOf, plainText, type Corpus, type ParagraphBlock, type Sourced } from '../corpus/corpus'
import { containsWords, comparable } from '../text/comparable'

type Item = Sourced<QuestionSource>

/** Questions have the options their type asks for, do not give themselves away, and are proved by the paragraph they name. */
export function checkQuestions(corpus: Corpus, index: LedgerIndex): Problem[] {
  return corpus.questions.flatMap(item => [
    ...checkOptions(item),
    ...checkBlanks(item),
    ...checkStem(item),
    ...checkEvidence(item, index),
  ])
}

const COUNTS = { single: [4, 4], multiple: [4, 6], order: [3, 5] } as const

function checkOptions({ at, value }: Item): Problem[] {
  if (value.type === 'judge' || value.type === 'fill') return []
  const problems: Problem[] = []
  const ids = Object.keys(value.options)
  const [min, max] = COUNTS[value.type]
  if (ids.length < min || ids.length > max) {
    problems.push(
      errorAt(
        at,
        'options',
        `${value.id} 有 ${ids.length} 个选项；应当有 ${min === max ? min : `${min} 到 ${max}`} 个`,
      ),
    )
  }
  const texts = new Map<string, string>()
  for (const id of ids) {
    const text = comparable(value.options[id]!)
    const other = texts.get(text)
    if (other !== undefined)
      problems.push(errorAt(at, `options.${id}`, `${value.id} 的选项 ${id} 与 ${other} 相同；应当改掉一个`))
    texts.set(text, id)
  }
  const answers = value.type === 'single' ? [value.answer] : value.answer
  for (const answer of answers) {
    if (!ids.includes(answer))
      problems.push(errorAt(at, 'answer', `${value.id} 的答案 ${answer} 不在选项里；应当是 ${ids.join('、')} 之一`))
  }
  if (new Set(answers).size < answers.length)
    problems.push(errorAt(at, 'answer', `${value.id} 的答案里有重复的选项；应当每个只写一次`))
  if (value.type === 'multiple' && answers.length === ids.length) {
    problems.push(errorAt(at, 'answer', `${value.id} 的选项全是答案；应当至少有一个干扰项`))
  }
  if (value.type === 'order') {
    if (answers.length !== ids.length)
      problems.push(errorAt(at, 'answer', `${value.id} 的答案没有排全；应当把 ${ids.length} 个选项都排上`))
    else if (answers.join() === ids.join())
      problems.push(errorAt(at, 'options', `${value.id} 的选项已经按正确顺序写好；应当打乱着写，再在 answer 里排序`))
  }
  return problems
}

function checkBlanks({ at, value }: Item): Problem[] {
  const blanks = value.stem.match(/_{2,}/gu) ?? []
  if (value.type !== 'fill')
    return blanks.length === 0
      ? []
      : [errorAt(at, 'stem', `${value.id} 不是填空题，题干里却有空格线；应当去掉，或改用 type: fill`)]
  const problems: Problem[] = []
  if (blanks.some(blank => blank.length !== 4))
    problems.push(errorAt(at, 'stem', `${value.id} 的空格线长短不对；应当每个空写四个下划线 ____`))
  if (blanks.length !== value.answer.length)
    problems.push(
      errorAt(at, 'answer', `${value.id} 的题干有 ${blanks.length} 个空，答案有 ${value.answer.length} 组；应当相同`),
    )
  return problems
}

/** Words of an answer long enough to give it away; a bare digit would be found anywhere. */
const telling = (text: string) => {
  const words = comparable(text)
  return words.length >= 2 ? words : ''
}

function checkStem({ at, value }: Item): Problem[] {
  if (value.type === 'judge' || value.type === 'order') return []
  const stem = value.stem.split(/_{2,}/u).map(comparable).join(' ')
  const answers = value.type === 'fill' ? value.answer.flat() : rightTexts(value)
  const given = answers.find(answer => containsWords(stem, telling(answer)))
  return given === undefined ? [] : [errorAt(at, 'stem', `${value.id} 的答案“${given}”就在题干里；应当改题干`)]
}

function checkEvidence({ at, value }: Item, index: LedgerIndex): Problem[] {
  const { article, block } = evidenceOf(value)
  const doc = index.articles.get(article)?.doc
  if (!doc && index.broken.has(article)) return [waitFor(article, at)]
  const withheld = withheldNote(index, 'article', article)
  if (withheld !== undefined)
    return [errorAt(at, 'evidence', `${value.id} 的证据文章 ${article} ${withheld}；应当换一篇作证，或把这道题也撤下`)]
  if (!doc) return [errorAt(at, 'evidence', `${value.id} 的证据指向的文章 ${article} 不存在；应当改编号`)]
  const paragraph = paragraphsOf(doc).find(({ id }) => id === block)
  if (!paragraph) {
    const known = paragraphsOf(doc).flatMap(({ id }) => (id === undefined ? [] : [`^${id}`]))
    return [
      errorAt(
        at,
        'evidence',
        `${value.id} 的证据 ^${block} 不在 ${article} 里；应当是 ${known.join('、') || '先在那一段末尾写上证据编号'}${known.length > 0 ? ' 之一' : ''}`,
      ),
    ]
  }
  const missing = unproved(value, paragraph, paragraphsOf(doc), index)
  // An answer may stand in the text under another name that only the ledger knows.
  const refused = (value.type === 'order' ? paragraphsOf(doc) : [paragraph])
    .flatMap(citedIn)
    .find(id => index.broken.has(id))
  if (refused !== undefined) return missing.map(() => waitFor(refused, at))
  const where = `${article}^${block}`
  return missing.map(answer =>
    errorAt(at, 'evidence', `${value.id}：证据段落 ${where} 里找不到“${answer}”；应当换一段证据，或让答案与原文一致`),
  )
}

const citedIn = ({ spans }: ParagraphBlock): string[] =>
  spans.flatMap(span => (span.kind === 'event' || span.kind === 'person' ? [span.id] : []))

function unproved(
  value: QuestionSource,
  paragraph: ParagraphBlock,
  paragraphs: readonly ParagraphBlock[],
  index: LedgerIndex,
): string[] {
  switch (value.type) {
    case 'single':
    case 'multiple':
      return rightTexts(value).filter(text => !supports(paragraph, text, index))
    case 'fill':
      return value.answer
        .filter(accepted => !accepted.some(text => supports(paragraph, text, index)))
        .map(accepted => accepted.join('／'))
    case 'order': {
      // Steps are told over several paragraphs and in other words: half of them found in the article is proof enough.
      const texts = rightTexts(value)
      const missing = texts.filter(text => !paragraphs.some(told => supports(told, text, index)))
      return missing.length * 2 > texts.length ? missing : []
    }
    case 'judge': {
      const cited = paragraph.spans.flatMap(span =>
        span.kind === 'event' ? [index.events.get(span.id)?.value.title ?? ''] : [],
      )
      const text = comparable([plainText(paragraph.spans), ...cited].join(' '))
      // A false statement is disproved by what `explain` says.
      const share = Math.max(coverage(text, comparable(value.stem)), coverage(text, comparable(value.explain)))
      return share >= 0.25 ? [] : [`${value.stem}（主要词语只有 ${Math.round(share * 100)}%）`]
    }
  }
}
