/** A small feed: two articles, one of them with questions, one episode, and an article that was withheld. */
import fs from 'node:fs'
import { parse } from 'yaml'
import type { ActivityKind } from '../../domain/contract/activity-kinds'
import type { Question } from '../../domain/catalog/types'
import type { OwnFeed } from '../../server/src/feed/own-feed'

/** The kinds that the project brings, as a district finds them. */
const KINDS: readonly ActivityKind[] = parse(fs.readFileSync('content/rules/activities.yml', 'utf8')).kinds

/** {@link testFeed} with articles enough for the demo district. */
export function demoFeed(): OwnFeed {
  const feed = testFeed()
  for (let n = 1; n <= 90; n++) feed.articles.add(`a-${String(n).padStart(4, '0')}`)
  const samples = Array.from({ length: 24 }, (_, i) => ({ question: demoQuestion(i + 1), title: `文章${i + 1}` }))
  return { ...feed, samples, questions: new Set(samples.map(it => it.question.id)) }
}

function demoQuestion(n: number): Question {
  const base = {
    ...{ id: `q-${String(n).padStart(5, '0')}`, stem: `第 ${n} 题`, explain: '', hash: 'h', difficulty: 1 as const },
    ...{
      evidence: { article: 'a-0001', block: 'e1' },
      shelf: 'reform' as const,
      period: 'reform' as const,
      people: [],
    },
  }
  const options = ['甲', '乙', '丙'].map((text, i) => ({ id: `o${i}`, text }))
  if (n % 3 === 0) return { ...base, type: 'judge', answer: true }
  if (n % 3 === 1) return { ...base, type: 'single', options, answer: 'o1' }
  return { ...base, type: 'multiple', options, answer: ['o0', 'o2'] }
}

export function testFeed(): OwnFeed {
  return {
    version: 'test',
    articles: new Set(['a-0001', 'a-0002']),
    episodes: new Set(['e-0001']),
    asked: new Set(['a-0001']),
    questions: new Set(['q-00001', 'q-00002']),
    samples: [],
    activityKinds: KINDS,
    former: new Set(['a-0900']),
  }
}
