import { View } from '@tarojs/components'
import { useState } from 'react'
import { monthWeeks } from '@domain/branch/month'
import { formatMonth } from '@domain/time/format'
import { lastMonths } from '@domain/time/month'
import { BRANCH_MONTH_COLUMNS } from '@domain/contract/branch-report'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/components/data-table/shown-table'
import { Empty } from '@/components/empty'
import { Section } from '@/components/section'
import { Stat } from '@/components/stat'
import { reportApi } from '@/api/branch'
import { today } from '@/platform/phone/clock'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { Said, useSaid } from '../said'
import { saveReport } from '../save-file'

const MONTHS = 6

/** 月报: one row a member; the files hold the same columns and numbers. */
export default function ReportPage() {
  return <Desk title="月报">{desk => <Report key={desk.branch} {...desk} />}</Desk>
}

function Report({ branch }: DeskOf) {
  const months = lastMonths(today(), MONTHS)
  const [month, setMonth] = useState(months[0]!)
  const { said, busy, attempt } = useSaid()
  const read = useQuery(`month-${branch}-${month}`, () => reportApi(authorised, branch).month(month))
  const give = (format: 'csv' | 'xlsx') => void attempt(() => saveReport(branch, { month }, format), '表格已经导出')
  return (
    <View>
      <Choice
        id="month"
        label="哪个月"
        value={month}
        options={months.map(value => ({ value, text: monthName(value, months[0]!) }))}
        onChange={setMonth}
      />
      <Said said={said} />
      <BranchLoaded of={read}>
        {rows =>
          rows.length === 0 ? (
            <Empty title="名册还是空的" hint="导入名册或请党员绑定以后，这里一人一行" />
          ) : (
            <>
              <View className="stats">
                <Stat value={rows.filter(row => row.studied > 0).length} name="人学过" red />
                <Stat value={rows.length} name="党员" />
              </View>
              <Section title="一人一行" aside={`周按星期四归月，${weeksOf(month, months[0]!)}`}>
                <DataTable {...shownTable(BRANCH_MONTH_COLUMNS, rows)} />
              </Section>
              <View className="desk-actions">
                <Button id="month-xlsx" look="main" disabled={busy} onPress={() => give('xlsx')}>
                  导出 Excel
                </Button>
                <Button id="month-csv" disabled={busy} onPress={() => give('csv')}>
                  导出 CSV
                </Button>
              </View>
              <View className="desk-note">
                导出会记进操作记录。表里只有学过几周，注明是手机自报还是支部登记；时长、积分、对错都不在表里。
              </View>
            </>
          )
        }
      </BranchLoaded>
    </View>
  )
}

/** How many weeks the month has, of the running one how many have begun. */
function weeksOf(month: string, now: string): string {
  const weeks = monthWeeks(month)
  return month === now ? `本月已有 ${weeks.filter(monday => monday <= today()).length} 周` : `共 ${weeks.length} 周`
}

/** `11月`, with the year only when that is another. */
function monthName(month: string, now: string): string {
  return month.slice(0, 4) === now.slice(0, 4) ? `${Number(month.slice(5))}月` : formatMonth(month)
}
