import { DUE_DAYS_AHEAD } from '../../../../domain/contract/assignment-items'
import type { NewAssignment } from '../../../../domain/contract/assignments'
import { type Day, addDays } from '../../../../domain/time/day'
import { Problem } from '../../auth/problem'
import type { OwnFeed } from '../../feed/own-feed'
import { unknownItems } from './unknown-items'

/** @throws Problem 400: `day` when the last day is over or too far ahead, `items` that the feed does not have */
export function checkAssignment({ due, items }: Pick<NewAssignment, 'due' | 'items'>, feed: OwnFeed, today: Day): void {
  if (due < today || due > addDays(today, DUE_DAYS_AHEAD)) {
    throw new Problem(400, 'day', '截止日期请选今天到一年之内的一天')
  }
  const unknown = unknownItems(items, feed)
  if (unknown.length > 0) {
    throw new Problem(400, 'items', `服务的内容里没有：${unknown.slice(0, 5).join('、')}。请从目录里重新选`)
  }
}
