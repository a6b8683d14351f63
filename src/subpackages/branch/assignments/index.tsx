import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import { dueWord } from '@domain/branch/assignment-lines'
import type { AssignmentSummary } from '@domain/contract/assignments'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { assignmentApi } from '@/api/assignments'
import { open, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'

/** Past ones at once. */
const PAGE = 8

/** 任务: what the branch is asked to study, and how far it is. */
export default function AssignmentsPage() {
  return <Desk title="任务">{desk => <Assignments key={desk.branch} {...desk} />}</Desk>
}

function Assignments({ branch }: DeskOf) {
  const day = today()
  const [shown, setShown] = useState(PAGE)
  const read = useQuery(`assignments-${branch}`, assignmentApi(authorised, branch).list)
  useDidShow(() => void read.reload())
  const line = (it: AssignmentSummary) => (
    <Row
      key={it.id}
      id={`assignment-${it.id}`}
      title={it.title}
      note={`${it.items.length} 项内容，${dueWord(it.due, day)}`}
      meta={`${it.done} / ${it.members} 人完成`}
      share={it.members > 0 ? it.done / it.members : 0}
      onPress={() => open(routes.desk('assignment', { org: branch, id: it.id }))}
    />
  )
  return (
    <View>
      <View className="desk-actions">
        <Button id="to-assign" look="main" onPress={() => open(routes.desk('assign', { org: branch }))}>
          布置任务
        </Button>
      </View>
      <BranchLoaded of={read}>
        {list => {
          const running = list.filter(it => it.due >= day)
          const past = list.filter(it => it.due < day)
          return (
            <>
              {list.length === 0 && (
                <Empty title="还没有任务" hint="选几篇文章、几集节目，定一个日子，党员在首页就能看到；学完自动算完成" />
              )}
              {running.length > 0 && <Section title="进行中">{running.map(line)}</Section>}
              {past.length > 0 && (
                <Section title="已到期">
                  {past.slice(0, shown).map(line)}
                  {past.length > shown && <Button onPress={() => setShown(n => n + PAGE)}>再看几项</Button>}
                </Section>
              )}
            </>
          )
        }}
      </BranchLoaded>
    </View>
  )
}
