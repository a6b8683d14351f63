import { View } from '@tarojs/components'
import { Row } from '@/components/row'
import { open, routes } from '@/navigation'
import { useSession } from '@/stores/session'

/** What the branch is to who is signed in: tasks and check-in for every member, the desk for the secretary. */
export function BranchRows() {
  const me = useSession(state => state.me)
  if (!me) return null
  const keeps = me.roles.some(it => it.role === 'secretary')
  return (
    <View>
      <Row id="to-tasks" title="支部任务和签到" onPress={() => open(routes.desk('tasks'))} />
      {keeps && (
        <Row
          id="to-branch"
          title="支部管理"
          note="谁学了、月报、任务、会议签到"
          onPress={() => open(routes.desk('home'))}
        />
      )}
    </View>
  )
}
