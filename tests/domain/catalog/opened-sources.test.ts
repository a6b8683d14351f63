import { openedWords, quoted, quotedAt } from '../../../domain/catalog/opened-sources'

const page = { title: '朝鲜停战谈判', publisher: '人民网', opened: '2026-11-28' }

test('a source is told as what it is: title, publisher, day, stored copy', () => {
  expect(openedWords(page)).toBe('《朝鲜停战谈判》，人民网，2026年11月28日查阅')
  expect(openedWords({ ...page, published: '2009-12', copy: true })).toBe(
    '《朝鲜停战谈判》，人民网（2009年12月），2026年11月28日查阅，存档副本',
  )
})
test('a title that has its brackets keeps them, and a title within a title has others', () => {
  expect(openedWords({ ...page, title: '《朝鲜停战谈判》' })).toMatch(/^《朝鲜停战谈判》，/)
  expect(openedWords({ ...page, title: '《七子之歌》的来历' })).toMatch(/^《〈七子之歌〉的来历》，/)
  expect(openedWords({ ...page, title: '《甲》与《乙》' })).toMatch(/^《〈甲〉与〈乙〉》，/)
})
test('quotation marks within quotation marks are single', () => {
  expect(quoted('他说“好”')).toBe('“他说‘好’”')
})

test.each([
  ['19210723', '“开幕”（1921年7月23日一条）'],
  ['19880899', '“开幕”（1988年8月一条）'],
  ['19539999', '“开幕”（1953年一条）'],
  ['注22', '“开幕”（注22）'],
  ['第三条', '“开幕”（第三条）'],
  [undefined, '“开幕”'],
])('a row that is a day of the chronicle is said as a day: %s', (row, said) => {
  expect(quotedAt('开幕', row)).toBe(said)
})
