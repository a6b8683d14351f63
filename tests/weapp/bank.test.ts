import assert from 'node:assert/strict'
import { test } from 'node:test'
import { workbook, type Cell } from '../../src/platform/files/workbook'
import { controls, tap, words } from './harness/gestures'
import { Phone } from './harness/phone'
import { PACKAGE } from './subject'

const BANK = 'subpackages/exam/bank/index'
const HEAD = ['序号', '题干', '题型', '选项A', '选项B', '选项C', '答案', '解析']
const ROWS: Cell[][] = [
  [1, '本单位的读书日是哪天', '单选题', '周一', '周五', '周日', 'B', '章程第三条'],
  [2, '读书会每月一次', '判断题', '', '', '', '正确', ''],
  [3, '没有答案的一题', '单选题', '甲', '乙', '', '', ''],
]
const sheet = () => Buffer.from(workbook([{ name: '题库', head: HEAD, rows: ROWS }]))
const control = (phone: Phone, start: string) => controls(phone).find(node => node.id.startsWith(start))!

test('a unit’s sheet is chosen from a chat, read, practised and kept when the app is killed', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(BANK)
  phone.inChats = { name: '读书会题库.xlsx', bytes: sheet() }
  await tap(phone, 'take')
  assert.match(words(phone), /《读书会题库》读入 2 题；有 1 处没有读/)
  assert.match(words(phone), /题库 第 4 行 G 列\s*答案是空的/)
  assert.match(words(phone), /自带题库，2 题/)
  await tap(phone, control(phone, 'sequence-'))
  assert.match(words(phone), /本单位的读书日是哪天/)
  await tap(phone, 'option-a')
  await tap(phone, 'submit')
  assert.match(words(phone), /答错了/)
  const again = phone.kill()
  await again.launch(BANK)
  assert.match(words(again), /自带题库，2 题/)
  await tap(again, control(again, 'drop-'))
  await tap(again, 'dialog-confirm')
  assert.doesNotMatch(words(again), /自带题库，2 题/)
  assert.deepEqual([...phone.faults, ...again.faults], [])
})

test('who chooses nothing, and whose file is no sheet, is not left with an error of the engine', async () => {
  const phone = new Phone(PACKAGE)
  await phone.launch(BANK)
  const before = words(phone)
  await tap(phone, 'take')
  assert.equal(words(phone), before)
  phone.inChats = { name: '旧题库.xls', bytes: Buffer.from('not a workbook') }
  await tap(phone, 'take')
  assert.match(words(phone), /打不开这个文件：它应是 Excel 的 \.xlsx/)
  assert.deepEqual(phone.faults, [])
})
