import { forMembers } from '@domain/text/for-members'
import { FeedError } from '@/feed/errors'
import { failureWords } from '@/feed/sound-file'
import { DownloadError } from '@/platform/files/download-error'
import type { HostAnswer } from '@/platform/files/host-answer'
import { StorageClosedError, StorageFullError } from '@/storage/errors'

jest.mock('@/feed/media', () => ({ hostAddress: () => 'https://media.invalid/a.m4a' }))
jest.mock('@/platform/files/kept-files', () => ({}))
let mockAnswer: HostAnswer | undefined
jest.mock('@/platform/files/host-answer', () => ({ askHost: () => Promise.resolve(mockAnswer) }))

const SAID = 'readCompressedFile:fail no such file'

test.each([
  ['feed', new FeedError('a.json', false, SAID)],
  ['feed without a network', new FeedError('a.json', true, SAID)],
  ['download', DownloadError.network(SAID)],
  ['download of what is not there', DownloadError.refused(404)],
  ['download without room', DownloadError.full('', SAID)],
  ['closed storage', new StorageClosedError(SAID)],
  ['full storage', new StorageFullError(SAID)],
])('%s tells a member in our words, and keeps the engine’s as its cause', (_, { message, cause }) => {
  expect(forMembers(message, '')).toBe(message)
  expect(String(cause)).toMatch(/fail|404/)
})

test('a sound that will not play tells nothing of the engine either', async () => {
  for (const from of ['package', 'download', 'host', 'voice'] as const)
    expect(await failureWords(from, 'InnerAudioContext:fail errCode:10002')).not.toMatch(/[a-z]/i)
  expect(await failureWords('package', '文件不存在，或者打不开')).toBe('文件不存在，或者打不开')
})

test.each<[what: string, answer: HostAnswer | undefined, words: RegExp]>([
  ['answers nothing', undefined, /可能是没有网络/],
  ['has no such file', { status: 404, page: false }, /没有这一集/],
  ['wants a login', { status: 403, page: true }, /没有给出这一集/],
  ['is out of order', { status: 502, page: true }, /出了毛病/],
  ['gives a page of the network', { status: 200, page: true }, /要先登录/],
  ['gives what will not open', { status: 200, page: false }, /^文件坏了$/],
  ['gives what will not open, of the right length', { status: 206, page: false, bytes: 1 }, /^文件坏了$/],
  ['gives another file', { status: 200, page: false, bytes: 2 }, /和目录里记的不一样/],
  ['gives an empty file', { status: 200, page: false, bytes: 0 }, /和目录里记的不一样/],
])('a host that %s is told as that', async (_, answer, words) => {
  mockAnswer = answer
  const media = { file: 'a.m4a', bytes: 1, sha256: '' } as Parameters<typeof failureWords>[2]
  expect(await failureWords('host', '文件坏了', media)).toMatch(words)
})
