import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { orgNameOf } from '@domain/contract/roles'
import { BRANCH_WEEK_COLUMNS, WEEK_FILE } from '@domain/contract/report-columns'
import { exportName } from '@domain/text/table'
import { weekStart } from '@domain/time/day'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { reportApi } from '@/api/branch'
import { open, replace, routes } from '@/navigation'
import { giveWorkbook } from '@/platform/files/files'
import { sheetOf, workbook } from '@/platform/files/workbook'
import { today } from '@/platform/phone/clock'
import { useLast, useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { Said, useSaid } from '@/layout/states/said'
import { useJoinSlips } from '../use-slips-here'
import { WeekPicker, weeksTold } from '../week-picker'
import { DeskRows } from './desk-rows'
import { Visits } from './visits'
import { WeekView } from './week-view'

/** 支部首页: this week at a glance, and the way to everything else. */
export default function BranchHome() {
  return <Desk title="支部">{desk => <Home key={desk.branch} {...desk} />}</Desk>
}

function Home({ branch, me }: DeskOf) {
  const day = today()
  const [week, setWeek] = useState(weekStart(day))
  const { said, busy, attempt } = useSaid()
  const api = reportApi(authorised, branch)
  const read = useQuery(`week-${branch}-${week}`, () => api.week(week))
  const join = useJoinSlips(branch)
  const own = me.roles.filter(it => it.role === 'secretary')
  // Read anew: what is handed over is what the service has now and the slips that lie here, which it never sees.
  const save = async () => {
    const rows = join((await api.export(week)).rows)
    const name = exportName(orgNameOf(me, branch) ?? '', WEEK_FILE, week, day, 'xlsx')
    await giveWorkbook(name, workbook([sheetOf(WEEK_FILE, BRANCH_WEEK_COLUMNS, rows)])).catch(() => {
      throw new Error('文件没有存下来，请再试一次')
    })
  }
  // Coming back from a page where something was written down.
  useDidShow(() => void read.reload())
  return (
    <View>
      <View className="desk-title">{orgNameOf(me, branch)}</View>
      {own.length > 1 && (
        <Choice
          id="branch"
          label="哪个支部"
          value={branch}
          options={own.map(it => ({ value: it.org, text: orgNameOf(me, it.org) ?? it.org }))}
          onChange={org => replace(routes.desk('home', { org }))}
        />
      )}
      <WeekPicker week={week} today={day} count={weeksTold(useLast(read), day)} onChange={setWeek} />
      <Said said={said} />
      <BranchLoaded of={read}>
        {({ rows }) => (
          <>
            <WeekView
              rows={join(rows)}
              onMember={id => open(routes.desk('member', { org: branch, id }))}
              onNotYet={() => open(routes.desk('members', { org: branch, week, filter: 'notYet' }))}
            />
            <View className="desk-actions">
              <Button id="week-xlsx" look="main" disabled={busy} onPress={() => void attempt(save, '表格已经导出')}>
                导出 Excel
              </Button>
              <Button id="to-nudge" onPress={() => open(routes.desk('nudge', { org: branch }))}>
                写一段提醒
              </Button>
            </View>
          </>
        )}
      </BranchLoaded>
      {/* The ways to everything else are there also when this week's table is not. */}
      <View>
        {(read.status === 'ready' || (read.status === 'failed' && !read.missing)) && (
          <>
            <Visits branch={branch} />
            <DeskRows branch={branch} />
          </>
        )}
      </View>
    </View>
  )
}
