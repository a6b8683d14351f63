import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { doneFirst } from '@domain/branch/members-list'
import { BRANCH_WEEK_COLUMNS } from '@domain/contract/branch-report'
import { Button } from '@/components/button'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/components/data-table/shown-table'
import { Empty } from '@/components/empty'
import { Ring } from '@/components/ring'
import { Section } from '@/components/section'
import type { BranchWeekAnswer } from '@/api/branch'
import { hasRoomForTables } from '@/platform/page/layout'
import { MemberLine } from '../member-line'

/** Rows at once: every row is some nodes that travel through setData on WeChat. */
const PAGE = 12

/** Done and not yet: a picture with its numbers, the members under it, the whole table on demand. */
export function WeekView({ answer, onMember }: { answer: BranchWeekAnswer; onMember: (member: string) => void }) {
  const { totals, rows } = answer
  const [table, setTable] = useState(hasRoomForTables)
  const [shown, setShown] = useState(PAGE)
  const offline = rows.filter(row => row.met && row.offlineDays > 0).length
  const list = doneFirst(rows)
  if (rows.length === 0) {
    return <Empty title="名册还是空的" hint="先在下面的“名册”里导入党员，或者发邀请码请党员绑定" />
  }
  const words = `${totals.met} 人达到本周目标，共 ${totals.members} 人`
  return (
    <>
      <View className="desk-share">
        <Ring value={totals.met} goal={totals.members} label={words} />
        <View className="desk-share__words">
          <Text>{totals.met} 人达到这一周的目标</Text>
          <Text className="desk-share__note">
            {totals.studied} 人学过
            {totals.erased > 0 ? `；全部 ${totals.members} 人里含已注销 ${totals.erased} 人` : ''}
            {offline > 0 ? `；达标的人里 ${offline} 人有线下学习` : ''}
          </Text>
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
          <DataTable {...shownTable(BRANCH_WEEK_COLUMNS, list)} />
        ) : (
          <View>
            {list.slice(0, shown).map(row => (
              <MemberLine key={row.member} row={row} onPress={() => onMember(row.member)} />
            ))}
          </View>
        )}
        {!table && list.length > shown && (
          <View className="desk-more">
            <Button id="week-more" onPress={() => setShown(n => n + PAGE)}>
              再看 {Math.min(PAGE, list.length - shown)} 人
            </Button>
          </View>
        )}
      </Section>
    </>
  )
}
