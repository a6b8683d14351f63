import fs from 'node:fs'
import path from 'node:path'
import { publish } from '../../../scripts/build/publish'
import { filesOf } from '../../../scripts/build/inputs'
import { temporaryRoot, type TemporaryRoot } from './temporary-root'

let at: TemporaryRoot
beforeEach(() => (at = temporaryRoot()))
afterEach(() => fs.rmSync(at.root, { recursive: true }))

const moved = () => publish(path.join(at.root, 'made'), path.join(at.root, 'target'))

it('the target is what was made, and nothing else; what did not change is not touched', () => {
  at.write('made/index.html', 'new')
  at.write('made/js/app.2.js', 'two')
  at.write('made/js/same.js', 'same')
  at.write('target/index.html', 'old')
  at.write('target/js/app.1.js', 'one')
  at.write('target/js/same.js', 'same')
  fs.utimesSync(path.join(at.root, 'target/js/same.js'), 1000, 1000)
  moved()
  expect(filesOf(at.root, ['target', 'made'])).toEqual(['target/index.html', 'target/js/app.2.js', 'target/js/same.js'])
  expect(at.read('target/index.html')).toBe('new')
  expect(fs.statSync(path.join(at.root, 'target/js/same.js')).mtimeMs).toBe(1_000_000)
})

it('a file where a folder was, and a folder where a file was', () => {
  at.write('made/a', 'file')
  at.write('made/b/c', 'file')
  at.write('target/a/b', 'file')
  at.write('target/b', 'file')
  moved()
  expect(filesOf(at.root, ['target'])).toEqual(['target/a', 'target/b/c'])
})

it('the page comes after what it names, and old files go last', () => {
  at.write('made/index.html', 'new')
  at.write('made/js/z.js')
  at.write('made/sw.js')
  at.write('target/js/old.js')
  const order: string[] = []
  const { renameSync, rmSync } = fs
  jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    order.push(path.basename(String(to)))
    renameSync(from, to)
  })
  jest.spyOn(fs, 'rmSync').mockImplementation((file, options) => {
    order.push(path.basename(String(file)))
    rmSync(file, options)
  })
  moved()
  jest.restoreAllMocks()
  expect(order).toEqual(['z.js', 'index.html', 'sw.js', 'old.js', 'made'])
})
