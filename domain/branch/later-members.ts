import type { MemberPost } from '../contract/posts'
import type { Day } from '../time/day'

/**
 * Who was written on the roster only on the day of a meeting or an activity or after it, and is not on its list: a branch that starts
 * late has its people there all the same. Whoever came from another branch was on a roster before, and is not among them.
 */
export function laterMembers(
  people: readonly Pick<MemberPost, 'member' | 'name' | 'since'>[],
  listed: readonly { member: string }[],
  day: Day,
): { value: string; text: string; apart: true }[] {
  return people
    .filter(it => it.since >= day && !listed.some(one => one.member === it.member))
    .map(({ member, name }) => ({ value: member, text: `${name}（后进名册）`, apart: true }))
}
