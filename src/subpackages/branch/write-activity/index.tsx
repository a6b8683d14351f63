import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import { blankActivity, filledIn } from '@domain/branch/activity-draft'
import type { ActivityKind } from '@domain/contract/activity-kinds'
import { Empty } from '@/components/empty'
import { activityApi } from '@/api/activities'
import { readActivityKinds } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { today } from '@/platform/phone/clock'
import { type ActivityDraft, draftId, useActivityDrafts } from '@/stores/activity-drafts'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { Form } from './form'

/** 记一件: an activity to come, one that has been, or a change of one. What is filled in outlives a killed app. */
export default function WriteActivityPage() {
  const { id } = useRouter().params
  return (
    <Desk title={id ? '修改' : '记一件'}>
      {desk => (id ? <Change key={id} {...desk} id={id} /> : <Write key={desk.branch} {...desk} />)}
    </Desk>
  )
}

function Write({ branch }: DeskOf) {
  const kinds = useQuery('activity-kinds', readActivityKinds)
  return (
    <BranchLoaded of={kinds}>
      {known => <Drafted branch={branch} kinds={known} begin={known[0] && blankActivity(known[0], today())} />}
    </BranchLoaded>
  )
}

function Change({ branch, id }: DeskOf & { id: string }) {
  const { state } = useRouter().params
  const read = useQuery(`change-${branch}-${id}`, async () => ({
    kinds: await readActivityKinds(),
    detail: await activityApi(authorised, branch).detail(id),
  }))
  return (
    <BranchLoaded of={read}>
      {({ kinds, detail }) => {
        const now = filledIn(detail)
        const asked = kinds.find(it => it.id === now.kind)?.states.some(it => it.id === state)
        return (
          <Drafted
            branch={branch}
            id={id}
            kinds={kinds}
            begin={asked && state ? { ...now, state } : now}
            names={detail.people}
          />
        )
      }}
    </BranchLoaded>
  )
}

interface DraftedProps {
  branch: string
  id?: string
  kinds: readonly ActivityKind[]
  begin: ActivityDraft | undefined
  /** Those whom the activity has already, also who has left since. */
  names?: readonly { member: string; name: string }[]
}

/** Goes on where this phone left off, if it did. */
function Drafted({ branch, id, kinds, begin, names = [] }: DraftedProps) {
  const { loaded, entries, load } = useActivityDrafts()
  useEffect(() => void load(), [load])
  if (!loaded) return <Empty title="正在打开…" />
  if (!begin || !kinds.some(it => it.id === begin.kind)) {
    return <Empty title="现在没有这一种活动" hint="种类由区里定。请更新应用，或者删掉这一条重新记" />
  }
  const kept = entries[draftId(branch, id)]?.draft
  const known = kept && kinds.some(it => it.id === kept.kind) ? kept : undefined
  return (
    <View className="desk-form">
      <Form branch={branch} id={id} kinds={kinds} begin={begin} draft={known} names={names} />
    </View>
  )
}
