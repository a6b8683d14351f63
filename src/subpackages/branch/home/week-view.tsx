import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { BRANCH_WEEK_COLUMNS, type BranchWeekRow, hasStudied } from '@domain/contract/branch-report'
import { Button } from '@/components/button'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/components/data-table/shown-table'
import { Empty } from '@/components/empty'
import { Ring } from '@/components/ring'
import { Section } from '@/components/section'
import { hasRoomForTables } from '@/platform/page/layout'
import { MemberLine } from '../member-line'

/** Rows at once: every row is some nodes that travel through setData on WeChat. */
const PAGE = 12

/** 学过 and 还没有: a picture with its numbers, the members under it as on the roster, the whole table on demand. */
export function WeekView({ rows, onMember }: { rows: BranchWeekRow[]; onMember: (member: string) => void }) {
  const [table, setTable] = useState(hasRoomForTables)
  const [shown, setShown] = useState(PAGE)
  if (rows.length === 0) {
    return <Empty title="名册还是空的" hint="先在下面的“名册”里导入党员，或者发邀请码请党员绑定" />
  }
  const studied = rows.filter(hasStudied).length
  const byBranch = rows.filter(row => row.branch && !row.phone).length
  const words = `${studied} 人这一周学过，共 ${rows.length} 人`
  return (
    <>
      <View className="desk-share">
        <Ring value={studied} goal={rows.length} label={words} />
        <View className="desk-share__words">
          <Text>{studied} 人这一周学过</Text>
          <Text className="desk-share__note">
            {byBranch > 0 ? `其中 ${byBranch} 人由支部登记，别的是手机自报` : '都是手机自报，只作了解，不作考核'}
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
          <DataTable {...shownTable(BRANCH_WEEK_COLUMNS, rows)} />
        ) : (
          <View>
            {rows.slice(0, shown).map(row => (
              <MemberLine key={row.member} row={row} onPress={() => onMember(row.member)} />
            ))}
          </View>
        )}
        {!table && rows.length > shown && (
          <View className="desk-more">
            <Button id="week-more" onPress={() => setShown(n => n + PAGE)}>
              再看 {Math.min(PAGE, rows.length - shown)} 人
            </Button>
          </View>
        )}
      </Section>
    </>
  )
}
