import fs from 'node:fs'
import { isFeedCurrent, stampFeed } from '../../../scripts/build/feed'
import { temporaryRoot, type TemporaryRoot } from './temporary-root'

let at: TemporaryRoot
beforeEach(() => {
  at = temporaryRoot()
  at.write('content/events.yml', '[]')
})
afterEach(() => fs.rmSync(at.root, { recursive: true }))

const compiled = (code: number, meanwhile?: () => void) =>
  stampFeed(
    at.root,
    () => undefined,
    async () => {
      at.write('dist/feed/manifest.json', '{}')
      meanwhile?.()
      return code
    },
  )

// `npm run feed`, then `npm start`, compiled the same twice.
it('what `npm run feed` made is current for a build', async () => {
  expect(isFeedCurrent(at.root)).toBe(false)
  expect(await compiled(0)).toBe(0)
  expect(isFeedCurrent(at.root)).toBe(true)
  at.write('content/events.yml', '[1]')
  expect(isFeedCurrent(at.root)).toBe(false)
})

it.each([1, 2])('a compiler that ends with %d leaves no stamp', async code => {
  expect(await compiled(code)).toBe(code)
  expect(isFeedCurrent(at.root)).toBe(false)
})

it('what was written while it compiled is not in it', async () => {
  await compiled(0, () => at.write('content/events.yml', '[2]'))
  expect(isFeedCurrent(at.root)).toBe(false)
})
