import { useEffect, useState } from 'react'
import { monthReport, monthsOf, monthTotals } from '@domain/branch/month'
import { MONTH_COLUMNS, oneBranch } from '@domain/branch/report'
import { exportName, tableOf } from '@domain/text/table'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/layout/tables/shown-table'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { Stat } from '@/components/stat'
import { View } from '@tarojs/components'
import { Screen } from '@/layout/screen'
import { giveWorkbook } from '@/platform/files/files'
import { open, routes } from '@/navigation'
import { formatMonth } from '@domain/time/format'
import { monthOf } from '@domain/time/month'
import { today } from '@/platform/phone/clock'
import { workbook } from '@/platform/files/workbook'
import { useSlips } from '@/stores/slips'

/** A year back, and this one. */
const MONTHS = 13

/** The month's report: one row a member, on the screen and in the workbook alike. */
export default function MonthPage() {
  const { slips, load } = useSlips()
  const months = monthsOf(slips ?? [], today(), MONTHS)
  const [month, setMonth] = useState(monthOf(today()))
  const [said, setSaid] = useState<{ good: boolean; words: string }>()
  useEffect(() => void load(), [load])
  const rows = monthReport(slips ?? [], month, today())
  const totals = monthTotals(rows)
  const { titles, cells } = tableOf(MONTH_COLUMNS, rows)
  const save = () =>
    giveWorkbook(
      exportName(oneBranch(rows), '学习月报', month, today(), 'xlsx'),
      workbook([{ name: month, head: titles, rows: cells }]),
    ).then(
      () => setSaid({ good: true, words: '✓ 表格已经导出' }),
      () => setSaid({ good: false, words: '没有导出成，请再试一次' }),
    )
  return (
    <Screen title="月报" wide>
      <Choice
        id="month"
        label="哪个月"
        value={month}
        options={months.map(value => ({ value, text: formatMonth(value) }))}
        onChange={setMonth}
      />
      {said && <Notice tone={said.good ? 'good' : 'warning'}>{said.words}</Notice>}
      {rows.length === 0 && (
        <Empty
          title="这个月还没有收到学习单"
          hint="在“收学习单”里扫过的，会自动汇总到这里"
          action={{ text: '去收学习单', onPress: () => open(routes.branchCollect()) }}
        />
      )}
      {rows.length > 0 && (
        <>
          <View className="stats">
            <Stat value={totals.people} name="人交过" red />
            <Stat value={totals.slips} name="张学习单" />
            <Stat value={totals.weeksStudied} name="人周学过" />
          </View>
          <Section title="一人一行" aside="按自报汇总">
            <DataTable {...shownTable(MONTH_COLUMNS, rows)} />
          </Section>
          <Button id="month-xlsx" look="main" onPress={() => void save()}>
            导出本月 Excel
          </Button>
        </>
      )}
    </Screen>
  )
}
