import fc from 'fast-check'
import { articleFinished, articleFloorSeconds, episodeFinished, secondsToFinish } from '@domain/progress/finish'
import { type Coverage, cover, coveredShare } from '@domain/progress/coverage'
import { playTick, startPlayback, takePlayed } from '@domain/progress/playback'
import { STILL_READING_MS, readTick, startReading, takeReading } from '@domain/progress/reading'

describe('reading', () => {
  test('a page left open and untouched counts thirty seconds', () => {
    let state = startReading(0)
    for (let now = 5000; now <= 600_000; now += 5000) state = readTick(state, { visible: true, movedAt: 0, now })
    expect(takeReading(state).seconds).toBe(30)
  })

  test('reading that moves on now and then counts whole', () => {
    let state = startReading(0)
    for (let now = 5000; now <= 300_000; now += 5000) {
      state = readTick(state, { visible: true, movedAt: now - (now % 20_000), now })
    }
    expect(takeReading(state).seconds).toBe(300)
  })

  test('a hidden page counts nothing', () => {
    let state = readTick(startReading(0), { visible: false, movedAt: 0, now: 4000 })
    state = readTick(state, { visible: true, movedAt: 60_000, now: 60_000 })
    expect(takeReading(state).seconds).toBe(4)
  })

  test('never more than was visible, nor more than thirty seconds for each movement', () => {
    const ticks = fc.array(
      fc.record({ dt: fc.nat(120_000), visible: fc.boolean(), moved: fc.boolean(), ago: fc.nat(60_000) }),
    )
    fc.assert(
      fc.property(ticks, list => {
        let state = startReading(0)
        let now = 0
        let shown = 0
        let moves = 1
        let movedAt = 0
        for (const { dt, visible, moved, ago } of list) {
          if (state.visible) shown += dt
          now += dt
          if (moved) {
            movedAt = Math.max(movedAt, now - ago)
            moves += 1
          }
          state = readTick(state, { visible, movedAt, now })
        }
        expect(state.ms).toBeLessThanOrEqual(shown)
        expect(state.ms).toBeLessThanOrEqual(moves * STILL_READING_MS)
      }),
    )
  })

  test('what is taken and what is left make the whole', () => {
    const state = readTick(startReading(0), { visible: true, movedAt: 0, now: 4700 })
    const taken = takeReading(state)
    expect(taken.seconds * 1000 + taken.state.ms).toBe(4700)
  })
})

describe('playing', () => {
  const play = (rate: number, seconds: number, from = 0) => {
    let state = playTick(startPlayback(from, 0), { playing: true, position: from, rate, now: 0 })
    for (let s = 1; s <= seconds; s++) {
      state = playTick(state, { playing: true, position: from + s * rate, rate, now: s * 1000 })
    }
    return state
  }

  test('double speed covers twice the file and mints no time', () => {
    expect(takePlayed(play(2, 60)).stretches).toEqual([{ from: 0, position: 120, seconds: 60 }])
  })

  test('a player that reports no speed while it buffers spoils no figures', () => {
    const buffering = playTick(play(1, 10), { playing: true, position: 10, rate: 0, now: 11_000 })
    const on = playTick(buffering, { playing: true, position: 10, rate: 1, now: 12_000 })
    expect(takePlayed(on).stretches).toEqual([{ from: 0, position: 10, seconds: 10 }])
  })

  test('a seek closes the stretch and adds nothing', () => {
    let state = play(1, 10)
    state = playTick(state, { playing: true, position: 300, rate: 1, now: 10_500 })
    state = playTick(state, { playing: true, position: 305, rate: 1, now: 15_500 })
    expect(takePlayed(state).stretches).toEqual([
      { from: 0, position: 10, seconds: 10 },
      { from: 300, position: 305, seconds: 5 },
    ])
  })

  test('a seek back is a seek', () => {
    const state = playTick(play(1, 10), { playing: true, position: 2, rate: 1, now: 10_500 })
    expect(takePlayed(state).stretches).toEqual([{ from: 0, position: 10, seconds: 10 }])
    expect(state.ms).toBe(0)
  })

  test('a stalled or paused player counts nothing', () => {
    let state = play(1, 10)
    state = playTick(state, { playing: true, position: 10, rate: 1, now: 70_000 })
    state = playTick(state, { playing: false, position: 10, rate: 1, now: 71_000 })
    state = playTick(state, { playing: true, position: 10, rate: 1, now: 171_000 })
    expect(takePlayed(state).stretches).toEqual([{ from: 0, position: 10, seconds: 10 }])
  })

  test('taking in the middle loses no second', () => {
    const first = takePlayed(play(1, 10))
    const later = playTick(first.state, { playing: true, position: 20, rate: 1, now: 20_000 })
    expect(takePlayed(later).stretches).toEqual([{ from: 10, position: 20, seconds: 10 }])
  })
})

describe('finishing', () => {
  const stretch = fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }))

  test('coverage is the set of seconds played, in whatever order and however often', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 12 }), list => {
        const slow = new Set<number>()
        let coverage: Coverage = []
        for (const [from, to] of list) {
          for (let s = from; s < to; s++) slow.add(s)
          coverage = cover(coverage, from, to)
        }
        expect(coveredShare(coverage, 100)).toBeCloseTo(slow.size / 100)
      }),
    )
  })

  test('stretches that touch become one', () => {
    expect(cover(cover([], 10, 20), 0, 10)).toEqual([[0, 20]])
  })

  test('hearing the first half twice is not hearing the episode', () => {
    let covered = cover([], 0, 50)
    covered = cover(covered, 0, 50)
    expect(episodeFinished({ covered }, 100)).toBe(false)
    expect(episodeFinished({ covered: cover(covered, 50, 91) }, 100)).toBe(true)
  })

  test('scrolling to the end at once is not reading', () => {
    expect(articleFinished({ reached: 1, seconds: 5 }, 900)).toBe(false)
    expect(articleFinished({ reached: 1, seconds: articleFloorSeconds(900) }, 900)).toBe(true)
    expect(articleFinished({ reached: 0.5, seconds: 600 }, 900)).toBe(false)
    expect(articleFloorSeconds(100)).toBe(20)
  })
})

test('an episode told by the member is finished at the end of their recording, but not by one of two seconds', () => {
  const heard = (seconds: number) => ({ covered: cover([], 0, seconds) })
  expect(secondsToFinish(128, 128)).toBe(128)
  expect(episodeFinished(heard(95), secondsToFinish(100, 128))).toBe(true)
  expect(episodeFinished(heard(170), secondsToFinish(200, 128))).toBe(false)
  expect(episodeFinished(heard(2), secondsToFinish(2, 128))).toBe(false)
})
