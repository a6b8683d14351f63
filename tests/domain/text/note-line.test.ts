import { beginsNote, isNoteRow } from '@domain/text/note-line'

test('a note, a sum and who made the list begin no entry; a name and a question do', () => {
  for (const cell of [
    '注：电话有变动请告知',
    '备 注',
    '注1、',
    '合 计',
    '小计',
    '共25人',
    '制表：示例',
    '2026年11月29日',
    '说明',
  ]) {
    expect([cell, beginsNote(cell)]).toEqual([cell, true])
  }
  for (const cell of [
    '张三',
    '注重调查研究是谁说的',
    '1921年7月一大在哪里召开？',
    '说明五四运动的意义',
    '备战',
    '共产党宣言',
    '',
  ])
    expect([cell, beginsNote(cell)]).toEqual([cell, false])
})

test('a row is a note only where nothing else stands in it', () => {
  expect(isNoteRow(['注：以上题目仅供竞赛使用', '', undefined])).toBe(true)
  expect(isNoteRow(['说明', '题干', 'A'])).toBe(false)
  expect(isNoteRow([])).toBe(false)
})
