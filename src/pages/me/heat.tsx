import { useState } from 'react'
import type { MemberDay } from '@domain/progress/summaries'
import { heatLevel } from '@domain/progress/charts'
import { engagedSeconds } from '@domain/progress/study-day'
import { addDays, weekStart } from '@domain/time/day'
import { formatRelativeDay } from '@domain/time/format'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { HeatMap } from '@/components/heat-map'
import { Row } from '@/components/row'
import { Remark } from '@/components/remark'
import { Section } from '@/components/section'
import { useAppearance } from '@/stores/appearance'

const WEEKS = { half: 26, year: 53 }
const SPANS: { value: 'half' | 'year'; text: string }[] = [
  { value: 'half', text: '半年' },
  { value: 'year', text: '一年' },
]
/** Rows of the table at once. */
const PAGE = 8

/** Half a year of days as a picture, and the same as a table. */
export function Heat({ day, days }: { day: string; days: Record<string, MemberDay> }) {
  const [table, setTable] = useState(false)
  const [span, setSpan] = useState<'half' | 'year'>('half')
  const [shown, setShown] = useState(PAGE)
  const { theme } = useAppearance()
  const first = addDays(weekStart(day), -7 * (WEEKS[span] - 1))
  const cells = Array.from({ length: WEEKS[span] * 7 }, (_, i) => {
    const on = addDays(first, i)
    return { day: on, level: heatLevel(days[on]), future: on > day }
  })
  const words = span === 'half' ? '近半年' : '近一年'
  const studied = cells.filter(cell => cell.level > 0)
  const toggle = (
    <Button id="heat-table" look="plain" onPress={() => setTable(!table)}>
      {table ? '看图' : '看表格'}
    </Button>
  )
  return (
    <Section title="学过的日子" aside={toggle}>
      <Choice id="span" label="多长时间" value={span} options={SPANS} onChange={setSpan} />
      {!table && <HeatMap days={cells} theme={theme} label={`${words}学了 ${studied.length} 天`} />}
      {!table && (
        <Remark>
          {studied.length > 0 ? `墨越深，学得越久。${words}学了 ${studied.length} 天` : '学过的日子会在这里上墨'}
        </Remark>
      )}
      {table && studied.length === 0 && <Remark>这段时间还没有学习记录</Remark>}
      {table &&
        [...studied]
          .reverse()
          .slice(0, shown)
          .map(cell => {
            const known = days[cell.day]!
            return (
              <Row
                key={cell.day}
                title={formatRelativeDay(cell.day, day)}
                meta={`${Math.round(engagedSeconds(known) / 60)} 分钟，答 ${known.answers} 题`}
              />
            )
          })}
      {table && studied.length > shown && (
        <Button onPress={() => setShown(n => n + PAGE)}>再看 {Math.min(PAGE, studied.length - shown)} 天</Button>
      )}
    </Section>
  )
}
