import { View } from '@tarojs/components'
import { joiningApi, reportApi } from '@/api/branch'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { Invites } from './invites'
import { Requests } from './requests'

/** 邀请和绑定: codes that members bind with, and those whom the secretary has to recognise. */
export default function JoiningPage() {
  return <Desk title="邀请和绑定">{desk => <Joining key={desk.branch} {...desk} />}</Desk>
}

function Joining({ branch }: DeskOf) {
  const api = joiningApi(authorised, branch)
  const requests = useQuery(`asked-${branch}`, async () => ({
    requests: await api.requests(),
    rows: (await reportApi(authorised, branch).week()).rows,
  }))
  const invites = useQuery(`invites-${branch}`, api.invites)
  return (
    <View className="desk-form">
      <BranchLoaded of={requests}>
        {value => (
          <>
            <Requests branch={branch} {...value} onSettled={() => void requests.reload()} />
            <BranchLoaded of={invites}>
              {list => <Invites branch={branch} invites={list} onChanged={() => void invites.reload()} />}
            </BranchLoaded>
          </>
        )}
      </BranchLoaded>
    </View>
  )
}
