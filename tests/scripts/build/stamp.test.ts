import fs from 'node:fs'
import { isCurrent, lastSeconds, writeStamp } from '../../../scripts/build/stamp'
import { temporaryRoot, type TemporaryRoot } from './temporary-root'

let at: TemporaryRoot
beforeEach(() => {
  at = temporaryRoot()
  at.write('dist/h5/index.html')
  at.write('dist/h5/js/app.js')
})
afterEach(() => fs.rmSync(at.root, { recursive: true }))

const current = (inputs = 'a') => isCurrent(at.root, 'h5', inputs, ['dist/h5'])
const stamp = (inputs = 'a') => writeStamp(at.root, 'h5', inputs, ['dist/h5'], 12)

it('nothing is current before it was made', () => {
  expect(current()).toBe(false)
  expect(lastSeconds(at.root, 'h5')).toBeUndefined()
})

it('what was made of these is current, what was made of others is not', () => {
  stamp()
  expect(current()).toBe(true)
  expect(current('b')).toBe(false)
  expect(lastSeconds(at.root, 'h5')).toBe(12)
})

it.each([
  ['changed', () => at.write('dist/h5/js/app.js', 'half')],
  ['taken away', () => at.remove('dist/h5/js/app.js')],
  ['added', () => at.write('dist/h5/js/more.js')],
  ['all taken away', () => at.remove('dist/h5')],
])('with a file %s afterwards it is not', (_what, change) => {
  stamp()
  change()
  expect(current()).toBe(false)
})

it.each(['{"inputs":"a"', 'null', '7', '"a"', '[]', '{"inputs":"a","seconds":"long"}'])(
  'a damaged stamp is none: %s',
  text => {
    stamp()
    at.write('.cache/build/h5.json', text)
    expect(current()).toBe(false)
    expect(lastSeconds(at.root, 'h5')).toBeUndefined()
  },
)
