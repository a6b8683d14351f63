import type { MemberPost, PostChange } from '../contract/posts'
import { naturalOrder } from '../text/natural-order'

/** The 党小组 that somebody is in, 2 before 10. */
export const groupsOf = (people: readonly Pick<MemberPost, 'group'>[]): string[] =>
  [...new Set(people.map(it => it.group).filter(Boolean))].sort(naturalOrder)

/** Puts `members` into a 党小组 and takes everybody else out of it; '' is none. */
export const withGroup = (people: readonly MemberPost[], group: string, members: readonly string[]): MemberPost[] =>
  people.map(it => {
    if (members.indexOf(it.member) >= 0) return { ...it, group }
    return it.group === group ? { ...it, group: '' } : it
  })

/** The committee is these and nobody else. */
export const withCommittee = (people: readonly MemberPost[], members: readonly string[]): MemberPost[] =>
  people.map(it => ({ ...it, committee: members.indexOf(it.member) >= 0 }))

/** What has to be told so that what was read becomes what is wanted: only what differs. */
export function postChanges(before: readonly MemberPost[], after: readonly MemberPost[]): PostChange[] {
  return after.flatMap(({ member, committee, group }) => {
    const was = before.find(it => it.member === member)
    if (!was || (was.committee === committee && was.group === group)) return []
    return [
      { member, ...(was.committee !== committee ? { committee } : {}), ...(was.group !== group ? { group } : {}) },
    ]
  })
}
