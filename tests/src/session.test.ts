import { SESSION_KEY } from '@/storage/session-key'
import { refreshQuietly, useSession } from '@/stores/session'
import { memoryKeyValue } from './memory-key-value'

const mockKept = memoryKeyValue()

jest.mock('@/storage/records', () => ({ memberKeyValue: async () => mockKept }))
jest.mock('@/storage/erasure', () => ({ joinErasure: () => undefined }))
jest.mock('@/platform/phone/tabs', () => ({ onOtherTab: () => undefined, tellOtherTabs: () => undefined }))
jest.mock('@/api/client', () => ({ ApiError: class extends Error {}, call: jest.fn() }))
jest.mock('@/api/auth', () => ({ refreshTokens: jest.fn() }))

const ME = { name: '示例王一示', branch: 'b', branchName: '示例支部', goal: 3, roles: [] }
const claims = Buffer.from(JSON.stringify({ sub: 'm', t: 'd' })).toString('base64url')
const WHOLE = { access: `h.${claims}.s`, refresh: 'r', me: ME }

const opened = async (kept: unknown) => {
  mockKept.raw.set(SESSION_KEY, JSON.stringify(kept))
  useSession.setState({ status: 'unknown', me: undefined, owner: undefined, ended: undefined })
  await useSession.getState().open()
  return useSession.getState()
}

beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined))
afterEach(() => jest.restoreAllMocks())

test.each([
  ['a token cut short', { ...WHOLE, access: 'h.eyJzdWI' }],
  ['a token that is no text', { ...WHOLE, access: 7 }],
  ['no member beside the tokens', { access: WHOLE.access, refresh: 'r' }],
  ['nothing that was ever ours', []],
])('%s is no login, and the member is asked to log in again', async (_, kept) => {
  const { status, me, ended } = await opened(kept)
  expect({ status, me }).toEqual({ status: 'none', me: undefined })
  expect(ended).toMatch(/重新登录/)
})

test('a whole login is one, and a phone without one says nothing', async () => {
  expect(await opened(WHOLE)).toMatchObject({ status: 'signed-in', me: ME, owner: 'd.m' })
  mockKept.raw.clear()
  useSession.setState({ status: 'unknown', ended: undefined })
  await useSession.getState().open()
  expect(useSession.getState()).toMatchObject({ status: 'none', ended: undefined })
})

test('who logs in while the phone is still read stays logged in', async () => {
  const { call } = jest.requireMock<typeof import('@/api/client')>('@/api/client')
  mockKept.raw.clear()
  const { read } = mockKept
  let goOn = () => {}
  const held = new Promise<void>(resolve => (goOn = resolve))
  jest.spyOn(mockKept, 'read').mockImplementation(async keys => {
    const found = await read(keys)
    await held
    return found
  })
  const opening = useSession.getState().open()
  ;(call as jest.Mock).mockReset().mockResolvedValue(ME)
  await useSession.getState().begin({ access: WHOLE.access, refresh: 'r' })
  goOn()
  await opening
  expect(useSession.getState()).toMatchObject({ status: 'signed-in', me: ME })
})

test('who this is now is asked again when there was no answer, and not when there was one', async () => {
  jest.useFakeTimers()
  const { ApiError, call } = jest.requireMock<typeof import('@/api/client')>('@/api/client')
  const away = Object.assign(new ApiError('', 503, 'database', true), { status: 503, retryable: true })
  const gone = Object.assign(new ApiError('', 403, 'left', false), { status: 403, retryable: false })
  const asked = call as jest.Mock
  await opened(WHOLE)
  const roles = [{ role: 'secretary', org: 'b' }]
  asked
    .mockReset()
    .mockRejectedValueOnce(away)
    .mockRejectedValueOnce(away)
    .mockResolvedValueOnce({ ...ME, roles })
  const asking = refreshQuietly()
  await jest.advanceTimersByTimeAsync(10_000)
  await asking
  expect(useSession.getState().me?.roles).toEqual(roles)
  asked.mockReset().mockRejectedValue(gone)
  await refreshQuietly()
  expect(asked).toHaveBeenCalledTimes(1)
  // A network that is away for good is not asked for ever.
  asked.mockReset().mockRejectedValue(away)
  const last = refreshQuietly()
  await jest.advanceTimersByTimeAsync(60_000)
  await last
  expect(asked).toHaveBeenCalledTimes(3)
  expect(useSession.getState().me?.roles).toEqual(roles)
  jest.useRealTimers()
})
