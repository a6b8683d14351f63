import { View } from '@tarojs/components'
import { asksNothing, type BoardLine, cellWord, quarterBoard } from '@domain/branch/quarter-board'
import type { MeetingKind } from '@domain/contract/meeting-kinds'
import type { BranchPosts, MeetingSummary } from '@domain/contract/meetings'
import type { Day } from '@domain/time/day'
import { Row } from '@/components/row'
import { Section } from '@/components/section'

interface Props {
  meetings: readonly MeetingSummary[]
  posts: BranchPosts
  /** Since when the branch is kept here. */
  since?: Day
  today: Day
  onArrange: (kind: MeetingKind) => void
  onOpen: (meeting: string) => void
}

/**
 * What the rules require in this quarter: done, or open with the next date. A tap on what is open goes to the meeting that is
 * arranged or has nobody written down, else it arranges one.
 */
export function QuarterBoard({ meetings, posts, since, today, onArrange, onOpen }: Props) {
  const lines = quarterBoard(meetings, posts, today, since)
  const done = lines.filter(it => it.done).length
  const press = ({ rule, cells }: BoardLine) => {
    const open = cells.filter(it => !asksNothing(it))
    // What is not even arranged comes first.
    const meeting = open.some(it => it.state === 'open') ? undefined : open.find(it => it.meeting)?.meeting
    if (meeting) onOpen(meeting)
    else onArrange(rule.kind)
  }
  return (
    <Section title="这个季度" aside={`${done} / ${lines.length} 项齐了`}>
      {lines.map(line => (
        <Row
          key={line.rule.kind}
          id={`board-${line.rule.kind}`}
          title={line.title}
          note={inWords(line)}
          done={line.done}
          label={line.done ? `${line.title}，齐了，${inWords(line)}` : undefined}
          onPress={line.done ? undefined : () => press(line)}
        />
      ))}
      <View className="desk-note">
        次数照《中国共产党支部工作条例（试行）》；条例没写次数的，党课先按每季度一次。有人到会才算开过。
        {posts.committee === 0 || posts.groups.length === 0
          ? '支委和党小组，在名册里填了“支委”“党小组”两列，这里才知道该谁到会。'
          : ''}
      </View>
    </Section>
  )
}

/** 10月：10月5日已开；11月：还没有. */
const inWords = ({ cells }: BoardLine): string =>
  cells.map(cell => (cells.length > 1 ? `${cell.label}${cellWord(cell)}` : cellWord(cell))).join('，')
