import fc from 'fast-check'
import { inOrder, visitProblem, visitState, type VisitState } from '@domain/district/visits'

const TODAY = '2026-11-27'
const visit = (more: VisitState & { drawn?: string; org?: string } = {}) => ({
  drawn: '2026-11-01',
  org: 'b1',
  ...more,
})
const seen = { day: '2026-11-20', findings: '缺一次记录' }

test('a visit is drawn, then visited, has to be put right by a day, is late after it, and is closed', () => {
  expect(visitState(visit(), TODAY)).toBe('drawn')
  expect(visitState(visit(seen), TODAY)).toBe('noted')
  expect(visitState(visit({ ...seen, due: TODAY }), TODAY)).toBe('open')
  expect(visitState(visit({ ...seen, due: '2026-11-26' }), TODAY)).toBe('late')
  expect(visitState(visit({ ...seen, due: '2026-11-26', closed: TODAY, outcome: '补了' }), TODAY)).toBe('closed')
})

test('what is late stands first, the longest first; what is closed last, the latest first', () => {
  const late = (due: string) => visit({ ...seen, due })
  const closed = (due: string) => visit({ ...seen, due, closed: TODAY, outcome: '补了' })
  const list = [closed('2026-11-20'), visit(), closed('2026-11-22'), late('2026-11-26'), late('2026-11-21')]
  expect(inOrder(list, TODAY).map(it => it.due)).toEqual([
    '2026-11-21',
    '2026-11-26',
    undefined,
    '2026-11-22',
    '2026-11-20',
  ])
})

test('what is alike stands as on the roster, 2 before 10', () => {
  const drawn = ['b10', 'b2', 'b1'].map(org => visit({ org }))
  expect(inOrder(drawn, TODAY).map(it => it.org)).toEqual(['b1', 'b2', 'b10'])
})

test('whatever is written, what is taken has a day that was, words for it, and days in their order', () => {
  const day = fc.option(fc.constantFrom('2026-10-20', '2026-11-05', '2026-11-20', '2026-11-28', '2026-12-10'), {
    nil: undefined,
  })
  const words = fc.option(fc.constant('写了'), { nil: undefined })
  fc.assert(
    fc.property(fc.record({ day, findings: words, due: day, closed: day, outcome: words }), it => {
      if (visitProblem({ ...it, drawn: '2026-11-01' }, TODAY) !== undefined) return
      expect(it.day! >= '2026-11-01' && it.day! <= TODAY && !!it.findings).toBe(true)
      if (it.due) expect(it.due >= it.day!).toBe(true)
      if (it.closed) expect(it.closed >= it.day! && it.closed <= TODAY && !!it.outcome).toBe(true)
    }),
  )
})
