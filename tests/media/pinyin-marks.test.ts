import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { isMarked, readingHash, readMarks, writeMarks } from '../../scripts/media/src/pinyin-marks'

const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'pinyin-')), 'pinyin.yml')
afterAll(() => fs.rmSync(path.dirname(file), { recursive: true }))

test('a script counts as read only as long as it is read the same way', () => {
  const hash = readingHash(['zou3 cuo4 men2', 'chang2 zheng1'])
  writeMarks(file, new Map([['e-0001', { id: 'e-0001', reading_sha256: hash, by: '甲', on: '2026-11-28' }]]))
  const marks = readMarks(file)
  expect(isMarked(marks, 'e-0001', hash)).toBe(true)
  expect(isMarked(marks, 'e-0001', readingHash(['zou3 cuo4 men2', 'zhang3 zheng1']))).toBe(false)
  expect(isMarked(marks, 'e-0002', hash)).toBe(false)
})

test('marks are kept in the order of the episodes, whoever read first', () => {
  const mark = (id: string) => ({ id, reading_sha256: 'a', by: '乙', on: '2026-11-28' })
  writeMarks(file, new Map(['e-0009', 'e-0002'].map(id => [id, mark(id)])))
  expect([...readMarks(file).keys()]).toEqual(['e-0002', 'e-0009'])
  expect(readMarks(`${file}.none`).size).toBe(0)
})
