import fc from 'fast-check'
import { setSleep, sleepTick } from '../../../domain/progress/sleep-timer'

test('a timer of minutes is over after exactly that much playing, however it is paused', () => {
  const steps = fc.array(fc.record({ playing: fc.boolean(), ms: fc.integer({ min: 0, max: 120_000 }) }), {
    maxLength: 40,
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 }), steps, (minutes, walk) => {
      let timer = setSleep(minutes, 0)
      let now = 0
      let played = 0
      for (const { playing, ms } of walk) {
        now += ms
        if (playing) played += ms
        const result = sleepTick(timer, playing, now)
        timer = result.timer
        expect(result.over).toBe(playing && played >= minutes * 60_000)
        expect(timer.left).toBe(Math.max(0, minutes * 60_000 - played))
        if (result.over) return
      }
    }),
  )
})

test('a timer to the end of the episode is never over by itself', () => {
  expect(sleepTick(setSleep('episode', 0), true, 1e12).over).toBe(false)
})

test('a clock that goes back takes nothing off', () => {
  expect(sleepTick(setSleep(5, 1_000_000), true, 0).timer.left).toBe(300_000)
})
