import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Screen } from '@/frame/screen'
import { open, routes } from '@/services/navigation'
import { useSession } from '@/stores/session'

const ROLES: Record<string, string> = { secretary: '支部书记', unit_admin: '单位管理员', supervisor: '区级督导员' }

/** 支部账号: who is signed in, and one's rights. */
export default function AccountPage() {
  const { status, me, end } = useSession()
  if (!me) {
    return (
      <Screen title="支部账号">
        {status === 'none' && (
          <Empty title="还没有登录" action={{ text: '演示登录', onPress: () => open(routes.demo()) }} />
        )}
      </Screen>
    )
  }
  return (
    <Screen title="支部账号">
      <Section title="我">
        <View id="account-name">
          <Row title={me.name} note={me.branchName} />
        </View>
        {me.roles.map(({ role, org }) => (
          <Row key={`${role} ${org}`} title={ROLES[role] ?? role} note={org} />
        ))}
      </Section>
      <Button id="log-out" onPress={() => void end()}>
        退出登录
      </Button>
    </Screen>
  )
}
