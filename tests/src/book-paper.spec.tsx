import { fireEvent, render, screen } from '@testing-library/react'
import { bookLines, bookTotals } from '@domain/branch/month-book'
import type { MonthBook } from '@domain/contract/month-book'
import { Paper } from '@/subpackages/branch/book/paper'

jest.mock('@/platform/phone/clock', () => ({ today: () => '2026-11-29' }))
jest.mock('@/platform/files/print', () => ({ CAN_PRINT: true }))
const printer = jest.requireMock<{ CAN_PRINT: boolean }>('@/platform/files/print')

const PEOPLE = 23
const book: MonthBook = {
  month: '2026-11',
  place: { district: '示例区', unit: '示例街道01', branch: '示例街道01第1支部', demo: true },
  people: Array.from({ length: PEOPLE }, (_, i) => ({
    ...{ member: String(i), name: `示例党员${i + 1}`, weeks: ['2026-11-02'], phone: i === 0 ? ['2026-11-02'] : [] },
    ...{ branch: [], expected: 4, present: 2, leave: 1, activities: 1, tasks: i === 0 ? 0 : 1, tasksDone: 1 },
    ...{ hours: 5, yearHours: 20, required: 32 },
  })),
  meetings: Array.from({ length: 6 }, (_, i) => ({
    ...{ id: `m${i}`, kind: 'theme_day' as const, title: `参观红色地名${i + 1}`, day: '2026-11-17' },
    ...{ members: 23, present: i === 5 ? 0 : 18, leave: 3, hours: 2 },
  })),
  activities: Array.from({ length: 6 }, (_, i) => ({
    ...{ id: `a${i}`, kind: '我为群众办实事', title: `教老人用手机${i + 1}`, day: '2026-11-17', state: '登记' },
    ...{ due: '2026-12-09', present: 0 },
  })),
  tasks: Array.from({ length: 6 }, (_, i) => ({
    title: `月底前学完${i + 1}`,
    due: '2026-11-29',
    members: 23,
    done: 7,
  })),
}
const lines = bookLines(book, new Map())
const joined = { book, lines, totals: bookTotals(book, lines), slips: 0, asked: [] }
const rows = () => [...document.querySelectorAll('.paper__cards .row')].map(it => it.textContent)
const SPACE = '\u00a0'

test('on a phone everybody is a line of their own whose figures say what they are, none of them broken', () => {
  render(<Paper {...joined} />)
  const own = rows().find(it => it!.includes('示例党员2'))!
  for (const fact of ['自学 还没有', '到会 2 / 4', '活动 1', '任务 1 / 1', '学时 5']) {
    expect(own).toContain(fact.replace(/ /g, SPACE))
  }
  // Nothing is said where there is nothing: nobody set them a task.
  const first = rows().find(it => /示例党员1(?!\d)/.test(it!))!
  expect(first).toContain(`自学${SPACE}学过`)
  expect(first).not.toContain('任务')
})

test('on a phone a meeting, a deed and a task say their day whole and what their figures are', () => {
  render(<Paper {...joined} />)
  const said = (title: string) => rows().find(it => it!.includes(title))!
  expect(said('参观红色地名1')).toContain('11月17日，主题党日')
  expect(said('参观红色地名1')).toContain('到会 18 / 23　请假 3　学时 2'.replace(/ /g, SPACE))
  expect(said('参观红色地名6')).toContain(`到会${SPACE}没有记到会`)
  expect(said('教老人用手机1')).toContain('11月17日，我为群众办实事')
  expect(said('教老人用手机1')).toContain('登记，期限')
  expect(said('教老人用手机1')).not.toContain('—')
  expect(said('月底前学完1')).toContain('最后一天 11月29日　完成 7 / 23'.replace(/ /g, SPACE))
})

test('the paper says whose it is: district, unit and branch', () => {
  render(<Paper {...joined} />)
  const head = document.querySelector('.paper__head')!.textContent
  for (const place of ['区 示例区', '单位 示例街道01', '支部 示例街道01第1支部']) {
    expect(head).toContain(place.replace(/ /g, SPACE))
  }
})

test('figures of the tables on paper stand at the right, and the second half has its own head', () => {
  render(<Paper {...joined} />)
  const halves = [...document.querySelectorAll('.paper__halves .paper__table')]
  expect(halves.map(it => it.querySelectorAll('.paper__row').length)).toEqual([13, 12])
  for (const half of halves) {
    const [head, row] = [...half.querySelectorAll('.paper__row')]
    for (const line of [head!, row!]) {
      const figures = [...line.children].map(it => it.classList.contains('paper__cell--figure'))
      expect(figures).toEqual([false, false, true, true, true, true])
    }
  }
})

test('in WeChat, which has no printer, every row of every table can be reached', () => {
  printer.CAN_PRINT = false
  render(<Paper {...joined} />)
  // Without tables, however wide its window is, the cards stay.
  expect(document.querySelectorAll('.paper__table, .paper--table')).toHaveLength(0)
  expect(rows().length).toBeLessThan(PEOPLE)
  const more = () => screen.queryAllByText(/^再看 \d+ [次件项人]$/)
  let taps = 0
  while (more().length > 0 && taps++ < 50) fireEvent.click(more()[0]!)
  expect(rows()).toHaveLength(6 + 6 + 6 + PEOPLE)
  printer.CAN_PRINT = true
})
