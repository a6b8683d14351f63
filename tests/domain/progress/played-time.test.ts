import { PlayedTime } from '@domain/progress/played-time'
import type { PlayedStretch } from '@domain/progress/playback'

/** Played time whose clock the test moves, and what it made durable. */
function begin({ position = 0, kept = 0 } = {}) {
  const durable: { played: PlayedStretch[]; moved: number[] } = { played: [], moved: [] }
  let at = 1_000_000
  const time = new PlayedTime(
    { position, kept, spoken: false },
    {
      now: () => at,
      played: stretches => durable.played.push(...stretches),
      moved: second => durable.moved.push(second),
    },
  )
  /** Plays on and reports every half second. */
  const play = (from: number, seconds: number) => {
    for (let passed = 0; passed <= seconds; passed += 0.5) {
      time.report(true, from + passed, { atOnce: false, rate: 1 })
      if (passed < seconds) at += 500
    }
  }
  return { time, durable, play }
}

test('while it plays, time becomes durable every few seconds and all that lies between is lost at most', () => {
  const { durable, play } = begin()
  play(0, 23)
  const saved = durable.played.reduce((sum, stretch) => sum + stretch.seconds, 0)
  expect(saved).toBeGreaterThanOrEqual(17)
  expect(durable.played.length).toBeGreaterThanOrEqual(3)
  expect(durable.moved).toEqual([])
})

test('a pause makes durable at once what was played', () => {
  const { time, durable, play } = begin()
  play(0, 3)
  time.report(false, 3, { atOnce: true, rate: 1 })
  expect(durable.played.reduce((sum, stretch) => sum + stretch.seconds, 0)).toBe(3)
  expect(durable.played.at(-1)!.position).toBe(3)
})

test('what was moved to and not played is kept as a place, once, and never as time', () => {
  const { time, durable } = begin({ position: 10, kept: 10 })
  time.report(false, 10, { atOnce: true, rate: 1 })
  expect(durable).toEqual({ played: [], moved: [] })
  time.jump(60)
  time.save()
  time.save()
  expect(durable).toEqual({ played: [], moved: [60] })
})

test('a place that playing has reached needs no keeping of its own', () => {
  const { time, durable, play } = begin()
  play(0, 4)
  time.save()
  expect(durable.moved).toEqual([])
  expect(durable.played.at(-1)!.position).toBe(4)
})

test('what stands idle keeps nothing: another tab may have gone on', () => {
  // Opened at its beginning; meanwhile another tab has kept a place.
  const opened = begin({ position: 0, kept: 60 })
  opened.time.report(false, 0, { atOnce: true, rate: 1 })
  opened.time.save()
  expect(opened.durable).toEqual({ played: [], moved: [] })
  // Paused, a player still reports a little further on.
  const { time, durable, play } = begin()
  play(0, 3)
  time.report(false, 3, { atOnce: true, rate: 1 })
  time.report(false, 3.3, { atOnce: true, rate: 1 })
  expect(durable.moved).toEqual([])
  // A hand has moved it, though nothing was said of it.
  time.report(false, 40, { atOnce: true, rate: 1 })
  expect(durable.moved).toEqual([40])
})

test('a place that another tab kept later is gone to, and is not kept again', () => {
  const { time, durable, play } = begin()
  play(0, 3)
  time.report(false, 3, { atOnce: true, rate: 1 })
  expect(time.keptElsewhere({ second: 3, at: 2_000_000 })).toBe(false)
  expect(time.keptElsewhere({ second: 100, at: 1_000_000 })).toBe(false)
  expect(time.keptElsewhere({ second: 100, at: 2_000_000 })).toBe(true)
  time.follow(100, 100)
  time.report(false, 100, { atOnce: true, rate: 1 })
  time.save()
  expect(durable.moved).toEqual([])
  play(100, 3)
  time.save()
  expect(durable.played.at(-1)).toMatchObject({ from: 100, position: 103 })
})
