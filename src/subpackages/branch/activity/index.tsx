import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { whenWord } from '@domain/branch/activities'
import type { ActivityDetail } from '@domain/contract/activities'
import { type ActivityKind, stateTitle } from '@domain/contract/activity-kinds'
import { formatFullDay, formatWeekday } from '@domain/time/format'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { activityApi } from '@/api/activities'
import { readActivityKinds } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { back, open, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { Said, useSaid } from '@/layout/states/said'

/** One activity: what it is, who took part, and the way to go on with it. */
export default function ActivityPage() {
  return <Desk title="活动">{desk => <One {...desk} />}</Desk>
}

function One({ branch }: DeskOf) {
  const { id = '' } = useRouter().params
  const api = activityApi(authorised, branch)
  const [asking, setAsking] = useState(false)
  const { said, busy, attempt } = useSaid()
  const read = useQuery(`activity-${branch}-${id}`, () => api.detail(id))
  const kinds = useQuery('activity-kinds', readActivityKinds)
  useDidShow(() => void read.reload())
  const remove = async () => {
    setAsking(false)
    if (await attempt(() => api.remove(id))) back()
  }
  const change = (state?: string) =>
    open(routes.desk('write-activity', { org: branch, id, ...(state !== undefined && { state }) }))
  return (
    <BranchLoaded of={read}>
      {detail => {
        const kind = kinds.status === 'ready' ? kinds.value.find(it => it.id === detail.activity.kind) : undefined
        const next = nextState(kind, detail.activity.state)
        return (
          <>
            <About detail={detail} kind={kind} />
            <Said said={said} />
            <View className="desk-actions">
              {next && (
                <Button id="activity-next" look="main" onPress={() => change(next.id)}>
                  改成“{next.title}”
                </Button>
              )}
              <Button id="activity-change" onPress={() => change()}>
                修改
              </Button>
              <Button id="activity-remove" disabled={busy} onPress={() => setAsking(true)}>
                删除
              </Button>
            </View>
            <Dialog
              open={asking}
              title="删除这一条？"
              confirm="删除"
              onConfirm={() => void remove()}
              onCancel={() => setAsking(false)}
            >
              参加的人也一起删掉，不能恢复。删除会记进操作记录。
            </Dialog>
          </>
        )
      }}
    </BranchLoaded>
  )
}

/** The state after this one, while there is one. */
function nextState(kind: ActivityKind | undefined, state: string) {
  return kind?.states[kind.states.findIndex(it => it.id === state) + 1]
}

function About({ detail: { activity: it, people }, kind }: { detail: ActivityDetail; kind: ActivityKind | undefined }) {
  const there = people.filter(one => one.present).map(one => one.name)
  const lines: [string, string | undefined][] = [
    [
      kind?.due ? '登记的日子' : '哪一天',
      [formatFullDay(it.day), formatWeekday(it.day), it.time].filter(Boolean).join(' '),
    ],
    [kind?.due ?? '期限', it.due && `${formatFullDay(it.due)}${it.done ? '' : `，${whenWord(it, today())}`}`],
    ['哪一天办完', it.due && it.closed && formatFullDay(it.closed)],
    ['地点', it.place],
    [kind?.lead ?? '负责的人', it.leadName],
    ['参加的人各记', it.hours === undefined ? undefined : `${it.hours} 学时`],
    ...Object.entries(it.words).map(([id, words]): [string, string] => [
      kind?.fields.find(field => field.id === id)?.title ?? id,
      words,
    ]),
  ]
  return (
    <>
      <View className="desk-title">{it.title}</View>
      <View className="desk-note">
        {kind?.title ?? '这一种现在不用了'}，{stateTitle(kind, it.state)}
      </View>
      <View>{lines.map(([title, words]) => words && <Row key={title} title={words} note={title} />)}</View>
      {(there.length > 0 || it.members !== undefined) && (
        <Section
          title="参加的人"
          aside={it.members === undefined ? `${there.length} 人` : `${there.length} / ${it.members} 人`}
        >
          <View id="activity-people">{there.length > 0 ? there.join('、') : '还没有记谁参加了。'}</View>
        </Section>
      )}
    </>
  )
}
