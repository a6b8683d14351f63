import { textLength } from '../checks/form'
import { recurringSentences } from '../checks/repetition'
import { evidenceOf } from '../corpus/question-answer'
import type { Corpus } from '../corpus/corpus'
import { median, table } from './table'

/** How long texts are. */
export function lengthSection({ articles, episodes }: Corpus): string {
  const describe = (name: string, lengths: number[]) =>
    [name, lengths.length, Math.min(...lengths, Infinity), median(lengths), Math.max(...lengths, 0)].map(it =>
      it === Infinity ? 0 : it,
    )
  const lengths = articles.map(({ doc }) => textLength(doc))
  const buckets = [0, 500, 600, 700, 800, 900, 1000, 1100, 1200]
  return [
    '## 长度',
    '按字数（连标点）。文章应当在 500 到 1200 之间，中位数在 700 到 900 之间。',
    table(
      ['种类', '篇数', '最短', '中位', '最长'],
      [
        describe('文章', lengths),
        describe(
          '节目',
          episodes.filter(({ value }) => !value.flagship).map(({ doc }) => textLength(doc)),
        ),
        describe(
          '重点集',
          episodes.filter(({ value }) => value.flagship).map(({ doc }) => textLength(doc)),
        ),
      ],
    ),
    table(
      ['文章字数', '篇数'],
      buckets.map((from, at) => {
        const to = buckets[at + 1] ?? Infinity
        return [
          to === Infinity ? `${from} 以上` : `${from}—${to - 1}`,
          lengths.filter(length => length >= from && length < to).length,
        ]
      }),
    ),
  ].join('\n\n')
}

/** Sentences of ours that stand in more than one text. */
export function recurrenceSection(corpus: Corpus): string {
  const recurring = recurringSentences(corpus)
  const rows = recurring.map(({ text, places }) => [text, places.map(({ file, line }) => `${file}:${line}`).join('，')])
  return [
    '## 重复的句子',
    `出现在两篇以上的句子（十二个字以上，名言除外）：${recurring.length} 句。`,
    ...(rows.length > 0 ? [table(['句子', '出处'], rows)] : []),
  ].join('\n\n')
}

/** How many questions rest on each article. */
export function questionsSection({ articles, questions }: Corpus): string {
  const asked = new Map<string, number>()
  for (const { value } of questions) {
    const { article } = evidenceOf(value)
    asked.set(article, (asked.get(article) ?? 0) + 1)
  }
  const counts = articles.map(({ value }) => ({ id: value.id, title: value.title, count: asked.get(value.id) ?? 0 }))
  const distinct = [...new Set(counts.map(({ count }) => count))].sort((a, b) => a - b)
  const none = counts.filter(({ count }) => count === 0)
  return [
    '## 每篇文章的题目',
    table(
      ['题数', '文章'],
      distinct.map(number => [number, counts.filter(({ count }) => count === number).length]),
    ),
    `没有题目的文章 ${none.length} 篇${none.length > 0 ? `：${none.map(({ id, title }) => `${id} ${title}`).join('、')}` : ''}。`,
  ].join('\n\n')
}
