import type { MemberItem } from '../../../domain/progress/summaries'
import { cardLines, goneThrough } from '../../../domain/progress/finished-card'
import { dayStart } from '../../../domain/time/day'

const catalog = {
  articles: [
    { id: 'a-0001', shelf: 'reform' as const },
    { id: 'a-0002', shelf: 'local' as const },
  ],
  episodes: [
    { id: 'e-0001', shelf: 'reform' as const, series: 'baitian' as const },
    { id: 'e-0002', shelf: 'local' as const, series: 'renwu' as const },
  ],
  shelves: [
    { id: 'reform', title: '改革开放' },
    { id: 'people', title: '人物' },
  ],
  series: [{ id: 'renwu', title: '《人物》' }],
}
const item = (id: string, first: string, finished?: string): MemberItem => ({
  item: id,
  firstAt: dayStart(first),
  lastAt: dayStart(finished ?? first),
  seconds: 300,
  reached: 1,
  ...(finished ? { finishedAt: dayStart(finished), finishedDay: finished } : {}),
})
const items = (...list: MemberItem[]) => Object.fromEntries(list.map(it => [it.item, it]))

test('a shelf with something left says how far one is and has no card', () => {
  const known = items(item('a-0001', '2026-11-01', '2026-11-02'), item('e-0001', '2026-11-03'))
  expect(goneThrough(catalog, known, 'shelf', 'reform')).toEqual({ title: '改革开放', done: 1, total: 2 })
})

test('a finished shelf counts its own items only, from the first day to the last', () => {
  const known = items(
    item('a-0001', '2026-11-05', '2026-11-06'),
    item('e-0001', '2026-11-03', '2026-11-20'),
    item('a-0002', '2026-01-01', '2026-12-31'),
  )
  const { finished } = goneThrough(catalog, known, 'shelf', 'reform')!
  expect(finished).toEqual({
    title: '改革开放',
    articles: 1,
    episodes: 1,
    from: '2026-11-03',
    to: '2026-11-20',
    minutes: 10,
  })
  expect(cardLines(finished!)).toEqual([
    '读完听完 1 篇文章、1 集节目',
    '2026年11月3日开始，2026年11月20日学完',
    '认真学了 10 分钟',
  ])
})

test('a series finished in a day names that day once', () => {
  const known = items(item('e-0002', '2026-11-05', '2026-11-05'))
  expect(cardLines(goneThrough(catalog, known, 'series', 'renwu')!.finished!)).toEqual([
    '读完听完 1 集节目',
    '2026年11月5日学完',
    '认真学了 5 分钟',
  ])
})

test('a name that is not in the catalog, and a shelf with nothing on it, are not told of', () => {
  expect(goneThrough(catalog, {}, 'shelf', 'nowhere')).toBeUndefined()
  expect(goneThrough(catalog, {}, 'shelf', 'people')).toBeUndefined()
})
