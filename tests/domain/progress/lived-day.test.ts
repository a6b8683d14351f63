import type { MemberEvent } from '@domain/progress/events'
import { LivedDay } from '@domain/progress/lived-day'
import { uuidv7 } from '@domain/time/uuid'

const act = (day: string, n: number, what: object): MemberEvent =>
  ({ id: uuidv7(n, new Uint8Array(10).fill(n)), at: n, day, ...what }) as MemberEvent
const read = (day: string, n: number) => act(day, n, { kind: 'read', item: 'a-0001', seconds: 60, reached: 1 })

test('an item that was finished on another day is unfinished again on the next, until it is finished there', () => {
  const lived = new LivedDay()
  lived.add([read('2026-11-27', 1), act('2026-11-27', 2, { kind: 'finish', item: 'a-0001' })])
  expect(lived.item('a-0001')!.finishedDay).toBe('2026-11-27')
  lived.add([read('2026-11-28', 3)])
  expect(lived.item('a-0001')).toMatchObject({ seconds: 60, reached: 1 })
  expect(lived.item('a-0001')!.finishedAt).toBeUndefined()
  lived.add([act('2026-11-28', 4, { kind: 'finish', item: 'a-0001' }), read('2026-11-27', 5)])
  expect(lived.item('a-0001')).toMatchObject({ seconds: 60, finishedDay: '2026-11-28' })
})
