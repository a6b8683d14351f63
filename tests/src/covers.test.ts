import type * as Covers from '@/feed/covers'
import type * as Media from '@/feed/media'

const episode = { id: 'e-0001', series: 'baitian' } as const

/** The module as a platform has it, with its pictures on this host. */
function coversOn(platform: 'h5' | 'weapp', host: string): typeof Covers {
  jest.resetModules()
  process.env.TARO_ENV = platform
  Object.assign(globalThis, { MEDIA_BASE_URL: '', MEDIA_PACKAGE_OF: {} })
  const { mediaHost } = jest.requireActual<typeof Media>('@/feed/media')
  mediaHost.address = host
  return jest.requireActual<typeof Covers>('@/feed/covers')
}

test('WeChat fetches an episode’s own picture from the host, for the lock screen and the card; without a host there is none', () => {
  const { lockScreenCover, shareCover } = coversOn('weapp', 'https://media.example/')
  expect(shareCover(episode)).toBe('https://media.example/covers/e-0001.png')
  expect(lockScreenCover(episode)).toBe('https://media.example/covers/e-0001.png')
  // One that is newer than its covers has its series'.
  expect(shareCover({ ...episode, id: 'e-9999' })).toBe('https://media.example/covers/series-baitian.png')
  expect(coversOn('weapp', '').shareCover(episode)).toBeUndefined()
})

test('on the web the lock screen has the drawing itself, and the page the one of its theme', () => {
  const { lockScreenCover, shareCover, coverFile } = coversOn('h5', '')
  expect(lockScreenCover(episode)).toBe('./covers/e-0001.svg')
  expect(shareCover(episode)).toBeUndefined()
  const cover = coverFile(['e-0001'], 'dark', 'player')
  expect(cover?.address).toBe('./covers/e-0001.dark.svg')
  expect(cover?.alt).toMatch(/石库门/)
})
