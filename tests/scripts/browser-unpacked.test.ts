import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { run } from '../browser/bundled-chromium'
import { fontsFile } from '../browser/fonts'
import { makeOnce } from '../browser/make-once'

let place: string
beforeEach(() => {
  place = fs.mkdtempSync(path.join(os.tmpdir(), 'once-'))
})
afterEach(() => fs.rmSync(place, { recursive: true, force: true }))

test('what one process has made another takes as it is', () => {
  const folder = path.join(place, 'cache', 'browser')
  makeOnce(folder, beside => fs.writeFileSync(path.join(beside, 'it'), 'first'))
  makeOnce(folder, () => {
    throw new Error('made again')
  })
  expect(fs.readFileSync(path.join(folder, 'it'), 'utf8')).toBe('first')
})

test('of two that make it at the same moment both get a whole one, and nothing else stays', () => {
  const folder = path.join(place, 'browser')
  makeOnce(folder, mine => {
    fs.writeFileSync(path.join(mine, 'half'), '')
    makeOnce(folder, other => fs.writeFileSync(path.join(other, 'whole'), ''))
    expect(fs.readdirSync(folder)).toEqual(['whole'])
  })
  expect(fs.readdirSync(folder)).toEqual(['whole'])
  expect(fs.readdirSync(place)).toEqual(['browser'])
})

test('what could not be made leaves nothing behind, and is tried again', () => {
  const folder = path.join(place, 'browser')
  const broken = () =>
    makeOnce(folder, beside => {
      fs.writeFileSync(path.join(beside, 'half'), '')
      throw new Error('no space left')
    })
  expect(broken).toThrow('no space left')
  expect(fs.readdirSync(place)).toEqual([])
  makeOnce(folder, beside => fs.writeFileSync(path.join(beside, 'whole'), ''))
  expect(fs.readdirSync(folder)).toEqual(['whole'])
})

test('a browser that does not start says the status, the signal or the error, and its words', () => {
  const node = (script: string) => () => run('It does not start', process.execPath, ['-e', script])
  expect(node('')).not.toThrow()
  expect(node('console.error("no libnss3.so"); process.exit(127)')).toThrow(
    'It does not start: status 127\nno libnss3.so',
  )
  expect(node('process.kill(process.pid, "SIGKILL")')).toThrow('It does not start: ended by SIGKILL')
  expect(() => run('It does not start', path.join(place, 'nothing'), [])).toThrow(/It does not start: .*ENOENT/)
})

test('the fonts file names folders that npm has filled, and stays as it is', () => {
  const file = fontsFile(place)
  const folders = [...fs.readFileSync(file, 'utf8').matchAll(/<dir>(.*?)<\/dir>/g)].map(it => it[1]!)
  expect(folders).toHaveLength(2)
  for (const folder of folders) expect(fs.readdirSync(folder).some(name => /\.(otf|ttf)$/.test(name))).toBe(true)
  const before = fs.statSync(file).ino
  fontsFile(place)
  expect(fs.statSync(file).ino).toBe(before)
})
