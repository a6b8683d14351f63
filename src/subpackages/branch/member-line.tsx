import { Text, View } from '@tarojs/components'
import { needWord } from '@domain/branch/members-list'
import type { BranchWeekRow } from '@domain/contract/branch-report'
import { hasStudied, sourceWord, studiedWord } from '@domain/contract/report-columns'
import { a11y } from '@/components/a11y'
import './member-line.scss'

/** Name, whose word it is or what is to be done, and one of two words; 还没有 is in the same grey for everybody. */
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
      <Text className="member-line__source">{sourceWord(row) || needWord(row)}</Text>
      <Text className={hasStudied(row) ? 'member-line__word member-line__word--studied' : 'member-line__word'}>
        {studiedWord(row)}
      </Text>
    </View>
  )
}
