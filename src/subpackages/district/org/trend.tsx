import { View } from '@tarojs/components'
import { useState } from 'react'
import { WEEKS_BACK } from '@domain/contract/limits'
import { lastFinishedWeek } from '@domain/district/reporting-period'
import { trendWeeks } from '@domain/district/trend'
import { formatDay } from '@domain/time/format'
import { Button } from '@/components/button'
import { TrendChart } from '@/components/chart-trend'
import { DataTable } from '@/components/data-table'
import { Section } from '@/components/section'
import { today } from '@/platform/phone/clock'
import { useTrend } from '@/hooks/district'
import { useChartLook } from '../chart-look'
import { OrgLoaded } from '../loaded'
import { Note } from '../note'

const TITLE = `近 ${WEEKS_BACK} 周参学`
const HEAD = ['周（起）', '参学', '应参']

/** The organisation's own quarter of a year, as a line (参学 in a hundred of 应参) and as a table. */
export function Trend({ org, own }: { org: string; own: string }) {
  const [table, setTable] = useState(false)
  const look = useChartLook()
  const week = lastFinishedWeek(today()).start
  const toggle = (
    <Button id="trend-table" look="plain" onPress={() => setTable(!table)}>
      {table ? '看图' : '看表格'}
    </Button>
  )
  return (
    <Section title={TITLE} aside={toggle}>
      <OrgLoaded of={useTrend(org, week)} own={own}>
        {rows => {
          const weeks = trendWeeks(rows, week)
          if (table) {
            const cells = weeks
              .filter(week => week.row)
              .reverse()
              .map(({ start, share, row }) => [
                formatDay(start),
                ...(share === undefined ? ['—', '—'] : [String(row!.studied), String(row!.members)]),
              ])
            return <DataTable head={HEAD} rows={cells} page={5} />
          }
          return (
            <View>
              <TrendChart
                title={TITLE}
                look={look}
                points={weeks.map(({ start, share }) => ({
                  name: `${Number(start.slice(5, 7))}/${Number(start.slice(8))}`,
                  value: share,
                }))}
              />
              <Note>竖着是每百人里参学的人数。这一周还没过完，没有画进来；没有数字的周空着。</Note>
            </View>
          )
        }}
      </OrgLoaded>
    </Section>
  )
}
