import './build-constants'
import type { EpisodeMeta } from '@domain/catalog/types'
import type { AudioEvent } from '@/platform/media/audio'
import { memoryKeyValue } from './memory-key-value'

const mockKv = memoryKeyValue()
let mockTell: (event: AudioEvent) => void
jest.mock('@/storage/key-value', () => ({ openKeyValue: async () => mockKv }))
jest.mock('@/platform/phone/phone', () => jest.requireActual('./mocks/phone'))
jest.mock('@/platform/media/audio', () => ({
  createAudio: (listen: (event: AudioEvent) => void) => {
    mockTell = listen
    return {
      load() {},
      play() {},
      pause() {},
      seek() {},
      setRate() {},
      stop() {},
      position: () => 31,
      duration: () => 110,
    }
  },
}))

// Its engine is made at once, and by then the mock must be there.
const { usePlayer } = jest.requireActual<typeof import('@/stores/player')>('@/stores/player')

test.each(['toggle', 'pause'] as const)('what is paused while a seek still waits stays paused: %s', how => {
  usePlayer.setState({ episode: { id: 'e-0157', media: {} } as EpisodeMeta, status: 'playing', duration: 110 })
  usePlayer.getState()[how]()
  // The seek’s word comes before the pause’s.
  mockTell('waiting')
  mockTell('pause')
  expect(usePlayer.getState().status).toBe('paused')
})
