import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { MEMBER_FILTERS, type MemberFilter, memberList } from '@domain/branch/members-list'
import { BRANCH_WEEK_COLUMNS } from '@domain/contract/report-columns'
import { isDay, weekStart } from '@domain/time/day'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { DataTable } from '@/components/data-table'
import { shownTable } from '@/layout/tables/shown-table'
import { Empty } from '@/components/empty'
import { FilterBar } from '@/components/filter-bar'
import { SearchField } from '@/components/search-field'
import { Section } from '@/components/section'
import { reportApi } from '@/api/branch'
import { hasRoomForTables } from '@/platform/page/layout'
import { open, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { useLast, useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { MemberLine } from '../member-line'
import { useJoinSlips } from '../use-slips-here'
import { WeekPicker, weeksTold } from '../week-picker'

/** Rows at once. */
const PAGE = process.env.TARO_ENV === 'weapp' ? 6 : 12
const VIEWS = [
  { value: 'names' as const, text: '名单' },
  { value: 'table' as const, text: '表格' },
]

/** 党员: who is in the branch and how the week stands, as on the roster. */
export default function MembersPage() {
  return <Desk title="党员">{desk => <Members key={desk.branch} {...desk} />}</Desk>
}

function Members({ branch }: DeskOf) {
  const day = today()
  const asked = useRouter().params
  const [week, setWeek] = useState(weekStart(asked.week && isDay(asked.week) ? asked.week : day))
  const [filter, setFilter] = useState<MemberFilter>(
    () => MEMBER_FILTERS.find(it => it.value === asked.filter)?.value ?? 'all',
  )
  const [words, setWords] = useState('')
  const [view, setView] = useState<'names' | 'table'>(() => (hasRoomForTables() ? 'table' : 'names'))
  const [shown, setShown] = useState(PAGE)
  const read = useQuery(`week-${branch}-${week}`, () => reportApi(authorised, branch).week(week))
  const join = useJoinSlips(branch)
  const openMember = (id: string) => open(routes.desk('member', { org: branch, id }))
  return (
    <View>
      <WeekPicker week={week} today={day} count={weeksTold(useLast(read), day)} onChange={setWeek} />
      <SearchField id="member-words" value={words} hint="按姓名找" onInput={setWords} />
      <FilterBar
        filters={[
          {
            id: 'state',
            label: '全部党员',
            value: filter,
            options: [...MEMBER_FILTERS],
            onChange: value => setFilter(value as MemberFilter),
          },
        ]}
      />
      <Choice id="view" label="怎么看" value={view} options={VIEWS} onChange={setView} />
      <BranchLoaded of={read}>
        {({ rows }) => {
          const list = memberList(join(rows), { filter, words })
          return (
            <Section title="党员" aside={`${list.length} / ${rows.length} 人`}>
              {list.length === 0 && <Empty title="没有符合的党员" hint="换一个筛选，或者清空姓名" />}
              {view === 'table' && list.length > 0 && (
                <DataTable {...shownTable(BRANCH_WEEK_COLUMNS, list)} onRow={i => openMember(list[i]!.member)} />
              )}
              {view === 'names' && (
                <View>
                  {list.slice(0, shown).map(row => (
                    <MemberLine key={row.member} row={row} onPress={() => openMember(row.member)} />
                  ))}
                </View>
              )}
              {view === 'names' && list.length > shown && (
                <View className="desk-more">
                  <Button id="members-more" onPress={() => setShown(n => n + PAGE)}>
                    再看 {Math.min(PAGE, list.length - shown)} 人
                  </Button>
                </View>
              )}
            </Section>
          )
        }}
      </BranchLoaded>
    </View>
  )
}
