import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import type { ActivityList } from '@domain/contract/activities'
import type { ActivityKind } from '@domain/contract/activity-kinds'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { FilterBar } from '@/components/filter-bar'
import { activityApi } from '@/api/activities'
import { readActivityKinds } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { open, routes } from '@/navigation'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { Said, useSaid } from '@/layout/states/said'
import { saveDownload } from '@/actions/save-download'
import { Parts } from './parts'

/** 活动: what the branch does together beside meetings, and the deeds it does for others; what is late first. */
export default function ActivitiesPage() {
  return <Desk title="活动">{desk => <Activities key={desk.branch} {...desk} />}</Desk>
}

function Activities({ branch }: DeskOf) {
  const api = activityApi(authorised, branch)
  const read = useQuery(`activities-${branch}`, api.list)
  const kinds = useQuery('activity-kinds', readActivityKinds)
  useDidShow(() => void read.reload())
  return (
    <View>
      <View className="desk-actions">
        <Button id="to-write-activity" look="main" onPress={() => open(routes.desk('write-activity', { org: branch }))}>
          记一件
        </Button>
      </View>
      <BranchLoaded of={kinds}>
        {known => <BranchLoaded of={read}>{list => <Ledger branch={branch} kinds={known} list={list} />}</BranchLoaded>}
      </BranchLoaded>
    </View>
  )
}

function Ledger({ branch, kinds, list }: { branch: string; kinds: readonly ActivityKind[]; list: ActivityList }) {
  const [kind, setKind] = useState('')
  const { said, busy, attempt } = useSaid()
  const { activities, total } = list
  const shown = activities.filter(it => kind === '' || it.kind === kind)
  const options = [{ value: '', text: '全部' }, ...kinds.map(it => ({ value: it.id, text: it.title }))]
  if (activities.length === 0) {
    return <Empty title="还没有记过活动" hint="集中学习、宣讲、看电影、给群众办的实事，计划的和办过的都记在这里" />
  }
  return (
    <>
      <FilterBar filters={[{ id: 'kind', label: '全部种类', value: kind, options, onChange: setKind }]} />
      {shown.length === 0 && <Empty title="没有这一种" hint="换一种看，或者记一件" />}
      <Parts kinds={kinds} activities={shown} onOpen={id => open(routes.desk('activity', { org: branch, id }))} />
      {total > activities.length && (
        <View className="desk-note">
          一共 {total} 件，这里是没办完的和最近的 {activities.length} 件；台账里是全部。
        </View>
      )}
      <Said said={said} />
      <View className="desk-actions">
        <Button
          id="activities-xlsx"
          disabled={busy}
          onPress={() =>
            void attempt(() => saveDownload(activityApi(authorised, branch).ledger('xlsx')), '活动台账已经导出')
          }
        >
          导出活动台账
        </Button>
      </View>
    </>
  )
}
