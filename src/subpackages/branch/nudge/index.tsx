import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { notYetFirst } from '@domain/branch/members-list'
import { groupNudge, personalNudge } from '@domain/branch/nudge'
import { planOn } from '@domain/catalog/plan'
import type { BranchWeekRow } from '@domain/contract/branch-report'
import { hasStudied } from '@domain/contract/report-columns'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Empty } from '@/components/empty'
import { Section } from '@/components/section'
import { reportApi } from '@/api/branch'
import { copyText } from '@/platform/phone/clipboard'
import { today } from '@/platform/phone/clock'
import { useQuery } from '@/hooks/query'
import { useWeek } from '@/hooks/week'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { Said, useSaid } from '@/layout/states/said'
import { useJoinSlips } from '../use-slips-here'
import './index.scss'

/** 提醒: words to copy and send oneself. The service sends nothing to anybody. */
export default function NudgePage() {
  return <Desk title="提醒">{desk => <Nudge key={desk.branch} {...desk} />}</Desk>
}

const KINDS = [
  { value: 'group' as const, text: '发到群里' },
  { value: 'one' as const, text: '发给一个人' },
]

function Nudge({ branch }: DeskOf) {
  const { id } = useRouter().params
  const [kind, setKind] = useState<'group' | 'one'>(id ? 'one' : 'group')
  const read = useQuery(`week-${branch}`, () => reportApi(authorised, branch).week())
  const join = useJoinSlips(branch)
  const day = today()
  const schedule = useWeek(day)
  const theme = schedule.status === 'ready' ? planOn(schedule.value, day)?.theme : undefined
  return (
    <View className="desk-form">
      <Choice id="nudge-kind" label="发给谁" value={kind} options={KINDS} onChange={setKind} />
      {kind === 'group' ? (
        <Words note="群里的话不提任何人的名字，也不说还差几个人。" write={way => groupNudge(theme, way)} />
      ) : (
        <BranchLoaded of={read}>{({ rows }) => <One rows={join(rows)} first={id} theme={theme} />}</BranchLoaded>
      )}
    </View>
  )
}

/** Who is still on the way comes first here: they are whom one writes to. */
function One({ rows, first, theme }: { rows: readonly BranchWeekRow[]; first?: string; theme?: string }) {
  const list = notYetFirst(rows)
  const [member, setMember] = useState(first ?? list[0]?.member)
  const row = rows.find(it => it.member === member)
  if (rows.length === 0) return <Empty title="名册还是空的" hint="先在“名册”里导入党员，这里才有人可选" />
  return (
    <>
      <Section title="哪一位">
        <Choice
          id="nudge-member"
          label="哪一位"
          value={member ?? ''}
          options={list.map(it => ({ value: it.member, text: it.name }))}
          onChange={setMember}
        />
      </Section>
      {row && (
        <Words
          key={row.member}
          note="只发给本人，别转到群里。"
          write={way => personalNudge({ ...row, studied: hasStudied(row) }, theme, way)}
        />
      )}
    </>
  )
}

function Words({ write, note }: { write: (way: number) => string; note: string }) {
  const [way, setWay] = useState(0)
  const { said, attempt } = useSaid()
  const words = write(way)
  const copy = () =>
    attempt(
      () =>
        copyText(words).catch(() => {
          throw new Error('没有复制成，请再试一次')
        }),
      '已经复制，可以去微信里粘贴',
    )
  return (
    <Section title="这样说">
      <View id="nudge-words" className="nudge-words">
        {words}
      </View>
      <View className="desk-note">{note}</View>
      <Said said={said} />
      <View className="desk-actions">
        <Button id="nudge-copy" look="main" onPress={() => void copy()}>
          复制
        </Button>
        <Button id="nudge-turn" onPress={() => setWay(way + 1)}>
          换一个说法
        </Button>
      </View>
    </Section>
  )
}
