import { expectedOf } from '@domain/quiz/grade'
import { reportOf } from '@domain/quiz/report'
import { answer, createSession, finish, next } from '@domain/quiz/session'
import { question } from './pool'

const T0 = 1_800_000_000_000
const make = (n: number, shelf: 'reform' | 'people', article: string) =>
  question(n, { type: 'single', shelf, evidence: { article, block: 'e1' } } as never)
const paper = [
  make(1, 'reform', 'a-0001'),
  make(2, 'reform', 'a-0001'),
  make(3, 'reform', 'a-0002'),
  make(4, 'people', 'a-0003'),
]

function sat(mode: 'practice' | 'challenge', given: boolean[]) {
  let run = createSession({ id: 'r', mode, seed: 's' }, paper, T0)
  given.forEach((ok, i) => {
    run = next(answer(run, paper[i]!, ok ? expectedOf(paper[i]!) : ['d'], T0 + 5000 * (i + 1)), T0 + 5000 * (i + 1))
  })
  return finish(run, T0 + 60_000)
}

test('a report says what was known shelf by shelf, and what to read next', () => {
  expect(reportOf(sat('practice', [false, false, false, true]), paper)).toEqual({
    total: 4,
    answered: 4,
    correct: 1,
    percent: 25,
    seconds: 20,
    shelves: [
      { shelf: 'reform', total: 3, answered: 3, correct: 0 },
      { shelf: 'people', total: 1, answered: 1, correct: 1 },
    ],
    wrong: ['q-00001', 'q-00002', 'q-00003'],
    readNext: [
      { article: 'a-0001', shelf: 'reform', questions: ['q-00001', 'q-00002'] },
      { article: 'a-0002', shelf: 'reform', questions: ['q-00003'] },
    ],
  })
})

test('the article behind most mistakes comes first, then the one of the weaker shelf', () => {
  const wide = [
    make(1, 'people', 'a-0003'),
    make(2, 'people', 'a-0004'),
    make(3, 'reform', 'a-0005'),
    make(4, 'reform', 'a-0009'),
    make(5, 'reform', 'a-0009'),
  ]
  let run = createSession({ id: 'r', mode: 'practice', seed: 's' }, wide, T0)
  for (const [i, ok] of [false, true, false, false, false].entries()) {
    run = next(answer(run, wide[i]!, ok ? expectedOf(wide[i]!) : ['d'], T0), T0)
  }
  expect(reportOf(run, wide).readNext.map(r => r.article)).toEqual(['a-0009', 'a-0005', 'a-0003'])
})

test('what was left open counts as not known', () => {
  expect(reportOf(sat('practice', [true]), paper)).toMatchObject({ total: 4, answered: 1, correct: 1, percent: 25 })
})

test('a challenge is reported as far as it got', () => {
  expect(reportOf(sat('challenge', [true, false]), paper)).toMatchObject({ total: 2, answered: 2, correct: 1 })
})

test('a question that has left the feed is counted and recommends nothing', () => {
  const report = reportOf(sat('practice', [false, true, true, true]), paper.slice(1))
  expect(report.wrong).toEqual(['q-00001'])
  expect(report.readNext).toEqual([])
})
