import { orgNameOf } from '@domain/contract/roles'

const ME = {
  branch: 'b1',
  branchName: '示例第一支部',
  roles: [{ org: 'u1', orgName: '示例街道01' }, { org: 'u2' }],
}

test('an organisation has a name for whoever belongs to it or holds an office there, and for nobody else', () => {
  expect(orgNameOf(ME, 'b1')).toBe('示例第一支部')
  expect(orgNameOf(ME, 'u1')).toBe('示例街道01')
  expect(orgNameOf(ME, 'b2')).toBeUndefined()
})

test('a role that an older version of the app has stored without a name has none', () => {
  expect(orgNameOf(ME, 'u2')).toBeUndefined()
})
