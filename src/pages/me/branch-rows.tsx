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
      <Row id="to-hours" title="我的学时" note="按支部的会议和活动算" onPress={() => open(routes.desk('hours'))} />
      <Row id="to-contests" title="知识竞赛" onPress={() => open(routes.contest('list'))} />
      {keeps && (
        <Row
          id="to-branch"
          title="支部工作"
          note="谁学了、月报、任务、会议"
          onPress={() => open(routes.desk('home'))}
        />
      )}
    </View>
  )
}
