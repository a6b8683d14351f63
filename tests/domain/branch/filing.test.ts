import { askBeforeFiling, monthInHand } from '@domain/branch/filing'

test('in its first days a month is not the one in hand: the one before is being filed', () => {
  expect(['2026-11-30', '2026-12-01', '2026-12-05', '2026-12-06', '2027-01-02'].map(monthInHand)).toEqual([
    '2026-11',
    '2026-11',
    '2026-11',
    '2026-12',
    '2026-12',
  ])
})

test('a month that has hardly begun, or has nothing in it, is asked about before it is filed; in its last days it is not', () => {
  const some = { meetings: 1, activities: 0, deeds: 0, studied: 3 }
  const none = { meetings: 0, activities: 0, deeds: 0, studied: 0 }
  expect(askBeforeFiling('2026-11', some, '2026-11-25')).toBeUndefined()
  expect(askBeforeFiling('2026-11', some, '2026-12-01')).toBeUndefined()
  expect(askBeforeFiling('2026-12', some, '2026-12-01')).toBe('12 月还有 30 天，现在报的只到今天；一般到月底再报。')
  expect(askBeforeFiling('2026-11', none, '2026-12-01')).toBe('11 月里还没有记会议、活动和实事，也没有人学过。')
  expect(askBeforeFiling('2026-12', none, '2026-12-01')).toMatch(/还有 30 天.*也没有人学过/)
})
