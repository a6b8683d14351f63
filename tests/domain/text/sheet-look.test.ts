import { sheetLook } from '@domain/text/sheet-look'

test('a column is as wide as its longest words, a Chinese character counting twice', () => {
  const { widths } = sheetLook(
    ['姓名', '请假'],
    [
      ['示例张三一', 3],
      ['示例李四', undefined],
    ],
  )
  expect(widths).toEqual([12, 6])
})

test('what is longer than a column may be goes on in the next line of its cell', () => {
  const { widths } = sheetLook(['内容'], [['学'.repeat(60)]])
  expect(widths[0]).toBeLessThan(50)
  expect(widths[0]).toBeGreaterThan(30)
})

test('a cell of several lines is as wide as its longest line', () => {
  expect(sheetLook(['a'], [['一二三\n一二三四五\n一']]).widths).toEqual([12])
})

test('a narrow table lies upright on its paper, a wide one across', () => {
  expect(sheetLook(['姓名', '学时'], [['示例张三', 3]]).landscape).toBe(false)
  expect(sheetLook(['内容', '依据', '说明'], [['学'.repeat(30), '学'.repeat(30), '学'.repeat(30)]]).landscape).toBe(
    true,
  )
})
