import fc from 'fast-check'
import { collect, isAhead } from '@domain/branch/collect'
import { monthReport, monthsOf, monthTotals, monthWeeks } from '@domain/branch/month'
import { MONTH_COLUMNS, WEEK_COLUMNS } from '@domain/branch/report'
import { csvOf, exportName, tableOf } from '@domain/text/table'
import type { Slip } from '@domain/branch/slip'
import { addDays, dayStart } from '@domain/time/day'

const slip = (more: Partial<Slip> = {}): Slip => ({
  name: '王小明',
  branch: 'JS-0012',
  week: '2026-11-23',
  studyDays: 4,
  items: 6,
  answers: 40,
  madeAt: dayStart('2026-11-27'),
  tag: 1,
  ...more,
})
const now = { week: '2026-11-23', branch: 'JS-0012' }

describe('collecting', () => {
  test('the same slip scanned twice is one', () => {
    const once = collect([], slip(), now)
    expect(once).toMatchObject({ outcome: 'added', otherWeek: false, otherBranch: false, namesake: false })
    expect(collect(once.slips, slip(), now)).toMatchObject({ outcome: 'same', slips: [slip()] })
  })

  test('a later slip of the week takes the place of the earlier, never the other way', () => {
    const later = slip({ studyDays: 5, madeAt: dayStart('2026-11-29') })
    expect(collect([slip()], later, now)).toMatchObject({ outcome: 'updated', slips: [later] })
    expect(collect([later], slip(), now)).toMatchObject({ outcome: 'older', slips: [later] })
  })

  test('a week that has not begun is told from one that has', () => {
    expect(isAhead(slip({ week: '2026-11-30' }), '2026-11-29')).toBe(true)
    expect(isAhead(slip({ week: '2026-11-30' }), '2026-11-30')).toBe(false)
    expect(isAhead(slip({ week: '2026-11-16' }), '2026-11-29')).toBe(false)
  })

  test('the months to choose from are those with slips, and this one', () => {
    const slips = ['2026-08-31', '2026-10-26', '2026-11-23', '2025-12-29'].map(week => slip({ week }))
    expect(monthsOf(slips, '2026-12-02', 12)).toEqual(['2026-12', '2026-11', '2026-10', '2026-09', '2026-01'])
    expect(monthsOf(slips, '2026-12-02', 2)).toEqual(['2026-12', '2026-11'])
    expect(monthsOf([], '2026-12-02', 12)).toEqual(['2026-12'])
  })

  test('another week and another branch are kept apart and said', () => {
    const other = slip({ week: '2026-11-16', branch: 'JS-0013' })
    expect(collect([slip()], other, now)).toMatchObject({ outcome: 'added', otherWeek: true, otherBranch: true })
  })

  test('two members of one name stay two', () => {
    const { slips, namesake } = collect([slip()], slip({ tag: 2 }), now)
    expect(slips).toHaveLength(2)
    expect(namesake).toBe(true)
  })
})

describe('the month', () => {
  test('every week belongs to exactly one month, that of its Thursday', () => {
    expect(monthWeeks('2026-11')).toEqual(['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23'])
    const all = Array.from({ length: 12 }, (_, m) => monthWeeks(`2026-${String(m + 1).padStart(2, '0')}`)).flat()
    expect(all).toHaveLength(53)
    all.forEach((monday, i) => i > 0 && expect(monday).toBe(addDays(all[i - 1]!, 7)))
  })

  test("adds up a member's weeks and asks for none to come", () => {
    const slips = [slip(), slip({ week: '2026-11-16', studyDays: 1 }), slip({ week: '2026-10-26' })]
    expect(monthReport(slips, '2026-11', '2026-11-20')).toMatchObject([
      { slips: 1, weeks: 3, weeksStudied: 1, studyDays: 1 },
    ])
    const [row] = monthReport(slips, '2026-11', '2026-12-01')
    expect(row).toMatchObject({ slips: 2, weeks: 4, weeksStudied: 2, studyDays: 5, answers: 80 })
  })

  test('of two slips of one week the later counts, whichever comes first', () => {
    const later = slip({ answers: 120, madeAt: dayStart('2026-11-29') })
    for (const slips of [
      [slip(), later],
      [later, slip()],
    ]) {
      expect(monthReport(slips, '2026-11', '2026-12-01')).toMatchObject([{ slips: 1, answers: 120 }])
    }
  })

  test('agrees with a plain sum over any slips', () => {
    const any = fc.array(
      fc
        .record({ tag: fc.nat(3), n: fc.nat(5), studyDays: fc.nat(7), answers: fc.nat(500) })
        .map(({ tag, n, ...rest }) => slip({ tag, week: addDays('2026-11-02', 7 * n), madeAt: 1, ...rest })),
      { maxLength: 30 },
    )
    fc.assert(
      fc.property(any, list => {
        let slips: Slip[] = []
        for (const s of list) slips = collect(slips, s, now).slips
        const rows = monthReport(slips, '2026-11', '2026-12-31')
        const own = slips.filter(s => s.week <= '2026-11-23')
        const total = monthTotals(rows)
        expect(total.answers).toBe(own.reduce((n, s) => n + s.answers, 0))
        expect(total.weeksStudied).toBe(own.filter(s => s.studyDays > 0).length)
        expect(total.slips).toBe(own.length)
        expect(total.people).toBe(new Set(own.map(s => s.tag)).size)
      }),
    )
  })
})

describe('the table', () => {
  test('keeps numbers as numbers and says that it is self-reported', () => {
    const { titles, cells } = tableOf(WEEK_COLUMNS, [slip()])
    const row = Object.fromEntries(titles.map((t, i) => [t, cells[0]![i]]))
    expect(row).toMatchObject({ 姓名: '王小明', 学习天数: 4, 答题数: 40, 来源: '自报' })
  })

  test('has a value of its declared type in every column', () => {
    const check = (type: string, value: unknown) =>
      value === undefined || typeof value === (type === 'text' ? 'string' : 'number')
    const [row] = monthReport([slip({ answers: 0 })], '2026-11', '2026-12-01')
    for (const c of MONTH_COLUMNS) expect(check(c.type, c.value(row!))).toBe(true)
    for (const c of WEEK_COLUMNS) expect(check(c.type, c.value(slip()))).toBe(true)
    expect(new Set(MONTH_COLUMNS.map(c => c.key)).size).toBe(MONTH_COLUMNS.length)
  })

  test('as CSV runs no formula, keeps commas and quotes, and opens as Chinese', () => {
    const csv = csvOf(WEEK_COLUMNS, [slip({ name: '=HYPERLINK("x")' }), slip({ name: '王,小"明' })])
    expect(csv.startsWith('\ufeff姓名,')).toBe(true)
    expect(csv).toContain('"\'=HYPERLINK(""x"")"')
    expect(csv).toContain('"王,小""明"')
    expect(csv.split('\r\n')).toHaveLength(4)
    // A spreadsheet in a Chinese locale takes the wide sign for the sign.
    // A cell may hold several lines: a program that trims it reads the second.
    expect(csvOf(WEEK_COLUMNS, [slip({ name: '\n=1+1' })])).toContain('"\'\n=1+1"')
    for (const sign of '＝＋－＠') expect(csvOf(WEEK_COLUMNS, [slip({ name: `${sign}1` })])).toContain(`\n'${sign}1,`)
  })

  test('goes into a file that says what it is and when it was made', () => {
    expect(exportName('', '学习月报', '2026-11', '2026-11-30', 'xlsx')).toBe('学习月报_2026-11_20261130.xlsx')
    const whose = exportName('第一/二 支部', '学习月报', '2026-11', '2026-11-30', 'csv')
    expect(whose).toBe('第一二支部_学习月报_2026-11_20261130.csv')
  })
})
