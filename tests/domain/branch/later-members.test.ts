import { laterMembers } from '@domain/branch/later-members'

test('who came onto the roster since is offered apart, who is listed or was there long before is not', () => {
  const people = [
    { member: 'a', name: '老党员', since: '2025-01-01' },
    { member: 'b', name: '后来的', since: '2026-11-29' },
    { member: 'c', name: '已在单上', since: '2026-11-29' },
  ]
  const listed = [{ member: 'c' }]
  expect(laterMembers(people, listed, '2026-11-12')).toEqual([{ value: 'b', text: '后来的（后进名册）', apart: true }])
  expect(laterMembers(people, listed, '2026-11-30')).toEqual([])
})
