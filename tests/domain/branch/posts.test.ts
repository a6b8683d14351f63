import { groupsOf, postChanges, withCommittee, withGroup } from '@domain/branch/posts'
import type { MemberPost } from '@domain/contract/posts'

const one = (member: string, committee: boolean, group: string): MemberPost => ({
  member,
  name: member,
  committee,
  group,
  since: '2026-01-01',
})
const people = [one('a', true, '第10组'), one('b', false, '第2组'), one('c', false, ''), one('d', false, '第2组')]

test('groups stand 2 before 10, and a group that nobody is in is none', () => {
  expect(groupsOf(people)).toEqual(['第2组', '第10组'])
  expect(groupsOf(withGroup(people, '第10组', []))).toEqual(['第2组'])
})

test('somebody is in one group: who is put into one leaves the other, who is taken out is in none', () => {
  const after = withGroup(people, '第2组', ['a', 'b'])
  expect(after.map(it => it.group)).toEqual(['第2组', '第2组', '', ''])
})

test('only what differs is told, and nothing where all is as it was', () => {
  const after = withGroup(withCommittee(people, ['a', 'b']), '第2组', ['b', 'c', 'd'])
  expect(postChanges(people, after)).toEqual([
    { member: 'b', committee: true },
    { member: 'c', group: '第2组' },
  ])
  expect(postChanges(people, people)).toEqual([])
})
