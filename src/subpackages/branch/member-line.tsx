import { Text, View } from '@tarojs/components'
import { weekWord } from '@domain/branch/members-list'
import type { BranchWeekRow } from '@domain/contract/branch-report'
import { a11y } from '@/components/a11y'
import './member-line.scss'

/** Name, days, and a word; the word is in the same grey for everybody who is still on the way. */
export function MemberLine({ row, onPress }: { row: BranchWeekRow; onPress: () => void }) {
  return (
    <View
      id={`member-${row.member}`}
      className="member-line"
      hoverClass="row--pressed"
      onClick={onPress}
      {...a11y({ role: 'link' })}
    >
      <Text className="member-line__name">{row.name}</Text>
      <Text className="member-line__days">
        {row.studyDays} 天{row.offlineDays > 0 ? `（线下 ${row.offlineDays}）` : ''}
      </Text>
      <Text className={row.met ? 'member-line__word member-line__word--met' : 'member-line__word'}>
        {weekWord(row)}
      </Text>
    </View>
  )
}
