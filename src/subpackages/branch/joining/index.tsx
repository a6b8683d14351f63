import { View } from '@tarojs/components'
import { joiningApi, reportApi } from '@/api/branch'
import { useRemote } from '@/hooks/remote'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { Loaded } from '../loaded'
import { Invites } from './invites'
import { Requests } from './requests'

/** 邀请和绑定: codes that members bind with, and those whom the secretary has to recognise. */
export default function JoiningPage() {
  return <Desk title="邀请和绑定">{desk => <Joining key={desk.branch} {...desk} />}</Desk>
}

function Joining({ branch }: DeskOf) {
  const api = joiningApi(authorised, branch)
  const requests = useRemote(`asked-${branch}`, async () => ({
    requests: await api.requests(),
    rows: (await reportApi(authorised, branch).week()).rows,
  }))
  const invites = useRemote(`invites-${branch}`, api.invites)
  return (
    <View className="desk-form">
      <Loaded of={requests}>
        {value => (
          <>
            <Requests branch={branch} {...value} onSettled={() => void requests.reload()} />
            <Loaded of={invites}>
              {list => <Invites branch={branch} invites={list} onChanged={() => void invites.reload()} />}
            </Loaded>
          </>
        )}
      </Loaded>
    </View>
  )
}
