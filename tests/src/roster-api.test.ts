import { ApiError, type Ask } from '@/api/client'
import { rosterApi, rosterProblems } from '@/api/roster'

jest.mock('@tarojs/taro', () => ({}))
const sheet = new Uint8Array([80, 75])

test('a check has no idempotency key, an apply the one it was given', async () => {
  const asked: unknown[] = []
  const ask = (async (_method: string, path: string, options: { query: unknown }) => {
    asked.push([path, options.query])
    return { applied: true, problems: [], changes: {} }
  }) as unknown as Ask
  await rosterApi(ask, 'b1').check(sheet)
  await rosterApi(ask, 'b1').apply(sheet, { form: 'f' })
  expect(asked).toEqual([
    ['/v1/branches/b1/roster', { mode: 'check' }],
    ['/v1/branches/b1/roster', { mode: 'apply', form: 'f' }],
  ])
})

test('the problems of a refused apply are found in the refusal, and in no other', () => {
  const problems = [{ sheet: '党员', cell: 'B2', reason: '不能为空' }]
  const more = { applied: false, problems, changes: { added: [], changed: [], left: [], same: 0 } }
  expect(rosterProblems(new ApiError('有 1 处要改', 409, 'roster', false, more))).toEqual(more)
  expect(rosterProblems(new ApiError('已经送到了', 409, 'form_taken', false))).toBeUndefined()
  expect(rosterProblems(new Error('x'))).toBeUndefined()
})
