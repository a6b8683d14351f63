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
