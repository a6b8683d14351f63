import type { Corpus } from '../corpus/corpus'
import type { QuestionType } from '../../../domain/catalog/types'
import { share, table } from './table'

/** What the feed aims at; shelves and series have theirs in content/shelves.yml. */
const QUESTION_TARGETS: Record<QuestionType, [name: string, target: number]> = {
  single: ['单选', 600],
  multiple: ['多选', 200],
  judge: ['判断', 200],
  fill: ['填空', 120],
  order: ['排序', 80],
}

/** How much there is of everything, beside the target. */
export function countsSection(corpus: Corpus): string {
  const shelves = corpus.shelves?.value
  const of = <T>(items: readonly { value: T }[], is: (value: T) => boolean) =>
    items.filter(({ value }) => is(value)).length
  const rows: [string, string, number, number][] = [
    ...(shelves?.shelves ?? []).map(({ id, title, target }): [string, string, number, number] => [
      '文章',
      title,
      of(corpus.articles, it => it.shelf === id),
      target,
    ]),
    ...(shelves?.series ?? []).map(({ id, title, target }): [string, string, number, number] => [
      '节目',
      `《${title}》`,
      of(corpus.episodes, it => it.series === id),
      target,
    ]),
    ...Object.entries(QUESTION_TARGETS).map(([type, [name, target]]): [string, string, number, number] => [
      '题目',
      name,
      of(corpus.questions, it => it.type === type),
      target,
    ]),
    ['日子', '党史上的今天', corpus.days.length, 366],
  ]
  const total = (kind: string) => {
    const own = rows.filter(([name]) => name === kind)
    return share(
      own.reduce((sum, [, , have]) => sum + have, 0),
      own.reduce((sum, [, , , want]) => sum + want, 0),
    )
  }
  const totals = ['文章', '节目', '题目'].map(kind => `${kind} ${total(kind)}`).join('，')
  const weeks = corpus.schedule?.value.weeks.length ?? 0
  return [
    '## 数量',
    `${totals}；课程表 ${weeks} 周，名词 ${corpus.glossary.length} 条，事件 ${corpus.events.length} 个，人物 ${corpus.people.length} 个，重点集 ${of(corpus.episodes, it => it.flagship)} 集。`,
    table(['种类', '归属', '已有', '目标'], rows),
  ].join('\n\n')
}
