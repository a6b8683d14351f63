import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { LIMIT, MOST_MEDIA_PACKAGES, packedOn, packMedia, scheduledFrom } from '../../scripts/build/media-packages'

const nameOf = (i: number) => `e-${String(i + 1).padStart(4, '0')}`

/** Runs `check` over a folder with sounds of these sizes, e-0001.m4a and on, and a video and a person's own file that must not count. */
function withSounds(sizes: readonly number[], check: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'sounds-'))
  try {
    sizes.forEach((size, i) => {
      const file = openSync(join(folder, `${nameOf(i)}.m4a`), 'w')
      ftruncateSync(file, size)
      closeSync(file)
    })
    writeFileSync(join(folder, 'e-0161.mp4'), 'video')
    // As it came from a phone: what is heard of it is e-0001.m4a.
    writeFileSync(join(folder, 'e-0001.human.王小明.m4a'), 'as it came')
    check(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('no package is fuller than WeChat likes, none is left empty, and a sound stays out only where none has room', () => {
  const sizes = fc.array(fc.integer({ min: 300_000, max: 700_000 }), { maxLength: 4 * MOST_MEDIA_PACKAGES })
  fc.assert(
    fc.property(sizes, all => {
      withSounds(all, folder => {
        const packed = packMedia(folder, [])
        const filled = Array.from({ length: MOST_MEDIA_PACKAGES }, (_, k) =>
          all.filter((_, i) => packed[`${nameOf(i)}.m4a`] === k + 1).reduce((sum, size) => sum + size, 0),
        )
        for (const sum of filled) expect(sum).toBeLessThanOrEqual(LIMIT)
        const used = filled.findIndex(sum => sum === 0)
        if (used >= 0) expect(filled.slice(used).every(sum => sum === 0)).toBe(true)
        const least = Math.min(...filled)
        all.forEach((size, i) => {
          if (packed[`${nameOf(i)}.m4a`] === undefined) expect(size).toBeGreaterThan(LIMIT - least)
        })
      })
    }),
    { numRuns: 30 },
  )
})

test('what the schedule brings first is packed first; what is in no schedule comes last, and what is too large for any never', () => {
  withSounds(Array<number>(MOST_MEDIA_PACKAGES + 2).fill(LIMIT), folder => {
    const last = MOST_MEDIA_PACKAGES + 1
    const packed = packMedia(folder, [nameOf(last), nameOf(3)])
    expect(packed[`${nameOf(last)}.m4a`]).toBe(1)
    expect(packed[`${nameOf(3)}.m4a`]).toBe(2)
    expect(packed[`${nameOf(0)}.m4a`]).toBe(3)
    expect(packed[`${nameOf(last - 1)}.m4a`]).toBeUndefined()
  })
  withSounds([LIMIT + 1], folder => expect(packMedia(folder, ['e-0001'])).toEqual({}))
})

test('the order is that of the days to come, festivals in their places, each episode once', () => {
  const week = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(episode => ({ articles: [], episode, questions: [] }))
  const festivals = [{ on: '11-25', theme: '', note: '', articles: [], episode: 'x', questions: [] }]
  const schedule = { starts: '2026-11-23', weeks: [{ theme: '', note: '', days: week }], festivals }
  expect(scheduledFrom(schedule, '2026-11-24')).toEqual(['b', 'x', 'd', 'e', 'f', 'g', 'a', 'c'])
  expect(scheduledFrom({ ...schedule, weeks: [] }, '2026-11-24')).toEqual(['x'])
})

test('today’s and the next weeks’ sounds that are in git travel in the package', () => {
  const root = join(__dirname, '../..')
  const packed = packedOn(root, '2026-11-28')
  expect(Object.keys(packed).length).toBeGreaterThan(0)
})
