import { forMembers } from '@domain/text/for-members'
import { FeedError } from '@/feed/errors'
import { failureWords } from '@/feed/sound-file'
import { DownloadError } from '@/platform/files/download-error'
import { StorageClosedError, StorageFullError } from '@/storage/errors'

jest.mock('@/feed/media', () => ({}))
jest.mock('@/platform/files/kept-files', () => ({}))

const SAID = 'readCompressedFile:fail no such file'

test.each([
  ['feed', new FeedError('a.json', false, SAID)],
  ['feed without a network', new FeedError('a.json', true, SAID)],
  ['download', DownloadError.network(SAID)],
  ['download of what is not there', DownloadError.missing(404)],
  ['download without room', DownloadError.full('', SAID)],
  ['closed storage', new StorageClosedError(SAID)],
  ['full storage', new StorageFullError(SAID)],
])('%s tells a member in our words, and keeps the engine’s as its cause', (_, { message, cause }) => {
  expect(forMembers(message, '')).toBe(message)
  expect(String(cause)).toMatch(/fail|404/)
})

test('a sound that will not play tells nothing of the engine either', () => {
  for (const from of ['package', 'download', 'host', 'voice'] as const)
    expect(failureWords(from, 'InnerAudioContext:fail errCode:10002')).not.toMatch(/[a-z]/i)
  expect(failureWords('package', '文件不存在，或者打不开')).toBe('文件不存在，或者打不开')
})
