import { closeSync, ftruncateSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { LIMIT, MEDIA_PACKAGES, packMedia } from '../../config/media-packages'

/** Runs `check` over a folder with sounds of these sizes, e-0001.m4a and on, and a video that must not count. */
function withSounds(sizes: readonly number[], check: (folder: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'sounds-'))
  try {
    sizes.forEach((size, i) => {
      const file = openSync(join(folder, `e-${String(i + 1).padStart(4, '0')}.m4a`), 'w')
      ftruncateSync(file, size)
      closeSync(file)
    })
    writeFileSync(join(folder, 'e-0161.mp4'), 'video')
    check(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('every sound has a package, and no package is fuller than WeChat likes', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 300_000, max: 700_000 }), { maxLength: 2 * MEDIA_PACKAGES }), sizes => {
      withSounds(sizes, folder => {
        const packed = Object.values(packMedia(folder))
        expect(packed).toHaveLength(sizes.length)
        for (let number = 1; number <= MEDIA_PACKAGES; number += 1) {
          const filled = sizes.filter((_, i) => packed[i] === number).reduce((sum, size) => sum + size, 0)
          expect(filled).toBeLessThanOrEqual(LIMIT)
        }
      })
    }),
    { numRuns: 30 },
  )
})

test('a sound that fits nowhere stops the build and is named', () => {
  withSounds([LIMIT + 1], folder => expect(() => packMedia(folder)).toThrow('e-0001.m4a'))
  withSounds(Array<number>(MEDIA_PACKAGES + 1).fill(LIMIT), folder =>
    expect(() => packMedia(folder)).toThrow(`e-${String(MEDIA_PACKAGES + 1).padStart(4, '0')}.m4a`),
  )
})

test('what is in git fits into the packages there are, and leaves none of them empty', () => {
  const packed = Object.values(packMedia(join(__dirname, '../../content/media')))
  expect(new Set(packed).size).toBe(MEDIA_PACKAGES)
})
