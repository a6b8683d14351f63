import fc from 'fast-check'
import { jumpTo, spokenTick, startPlayback, takePlayed } from '@domain/progress/playback'

const say = (state: ReturnType<typeof startPlayback>, position: number, now: number, rate = 1) =>
  spokenTick(state, { playing: true, position, rate, now })

test('a slow voice counts the seconds it really takes, a fast one no more than that', () => {
  let slow = say(startPlayback(0, 0), 0, 0)
  for (let now = 500; now <= 9_000; now += 500) slow = say(slow, Math.min(6, now / 1000), now)
  expect(takePlayed(say(slow, 6, 9_000)).stretches).toEqual([{ from: 0, position: 6, seconds: 9 }])
  const fast = say(say(startPlayback(0, 0), 0, 0), 6, 3_000)
  expect(takePlayed(fast).stretches).toEqual([{ from: 0, position: 6, seconds: 3 }])
})

test('a phone asleep in the middle of a sentence does not count the night', () => {
  const state = say(say(startPlayback(0, 0), 0, 0), 5, 8 * 3_600_000)
  expect(takePlayed(state).stretches[0]!.seconds).toBeLessThanOrEqual(11)
})

test('choosing another sentence is not listening to what lies between', () => {
  const state = say(jumpTo(say(say(startPlayback(0, 0), 0, 0), 4, 4_000), 60, 4_000), 64, 8_000)
  expect(takePlayed(state).stretches).toEqual([
    { from: 0, position: 4, seconds: 4 },
    { from: 60, position: 64, seconds: 4 },
  ])
})

test('never more seconds than passed, whatever the voice reports', () => {
  const ticks = fc.array(fc.record({ dt: fc.nat(20_000), position: fc.nat(300), playing: fc.boolean() }))
  fc.assert(
    fc.property(ticks, fc.constantFrom(0.75, 1, 2), (list, rate) => {
      let state = startPlayback(0, 0)
      let now = 0
      for (const { dt, position, playing } of list) {
        now += dt
        state = spokenTick(state, { playing, position, rate, now })
      }
      const counted = takePlayed(state).stretches.reduce((sum, it) => sum + it.seconds, 0)
      expect(counted * 1000).toBeLessThanOrEqual(now)
    }),
  )
})
