import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { attentionFirst } from '@domain/branch/members-list'
import type { BranchWeekRow } from '@domain/contract/branch-report'
import { BRANCH_WEEK_COLUMNS, hasStudied } from '@domain/contract/report-columns'
import { Button } from '@/components/button'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/layout/tables/shown-table'
import { Empty } from '@/components/empty'
import { Ring } from '@/components/ring'
import { Section } from '@/components/section'
import { hasRoomForTables } from '@/platform/page/layout'
import { MemberLine } from '../member-line'

/** Rows at once: every row is some nodes that travel through setData on WeChat. */
const PAGE = process.env.TARO_ENV === 'weapp' ? 6 : 12

interface Props {
  rows: BranchWeekRow[]
  onMember: (member: string) => void
  /** Asks for the list of those who are still on the way. */
  onNotYet: () => void
}

/** 学过 and 还没有: a picture with its numbers, under it who needs the secretary first, the whole table on demand. */
export function WeekView({ rows, onMember, onNotYet }: Props) {
  const [table, setTable] = useState(hasRoomForTables)
  const [shown, setShown] = useState(PAGE)
  if (rows.length === 0) {
    return <Empty title="名册还是空的" hint="先在下面的“名册”里导入党员，或者发邀请码请党员绑定" />
  }
  const list = attentionFirst(rows)
  const studied = rows.filter(hasStudied).length
  const byBranch = rows.filter(row => row.branch && !row.phone && !row.slip).length
  const bySlip = rows.filter(row => row.slip && !row.phone && !row.branch).length
  const words = `${studied} 人这一周学过，共 ${rows.length} 人`
  return (
    <>
      <View className="desk-share">
        <Ring value={studied} goal={rows.length} label={words} />
        <View className="desk-share__words">
          <Text>{studied} 人这一周学过</Text>
          <Text className="desk-share__note">
            {byBranch > 0 ? `其中 ${byBranch} 人由支部登记，别的是自报` : '都是自报，只作了解，不作考核'}
            {bySlip > 0 ? `；${bySlip} 人照这台设备收的学习单，导出的表格里也有` : ''}
          </Text>
          {studied < rows.length && (
            <Button id="not-yet" look="plain" onPress={onNotYet}>
              看还没有的 {rows.length - studied} 人
            </Button>
          )}
        </View>
      </View>
      <Section
        title="这一周"
        aside={
          <Button id="week-table" look="plain" onPress={() => setTable(!table)}>
            {table ? '看名单' : '看表格'}
          </Button>
        }
      >
        {table ? (
          <DataTable {...shownTable(BRANCH_WEEK_COLUMNS, list)} onRow={i => onMember(list[i]!.member)} />
        ) : (
          <View>
            {list.slice(0, shown).map(row => (
              <MemberLine key={row.member} row={row} onPress={() => onMember(row.member)} />
            ))}
          </View>
        )}
        <View>
          {!table && rows.length > shown && (
            <View className="desk-more">
              <Button id="week-more" onPress={() => setShown(n => n + PAGE)}>
                再看 {Math.min(PAGE, rows.length - shown)} 人
              </Button>
            </View>
          )}
        </View>
      </Section>
    </>
  )
}
