import { useState } from 'react'
import { View } from '@tarojs/components'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { Screen } from '@/layout/screen'
import '@/actions/held-days'
import { demoIdentities, demoLogin } from '@/api/auth'
import { replace, routes } from '@/navigation'
import { useQuery } from '@/hooks/query'
import { useSession } from '@/stores/session'

/** 演示登录: steps into an invented person, where the service offers them. */
export default function DemoPage() {
  const begin = useSession(state => state.begin)
  const people = useQuery('demo identities', demoIdentities)
  const [problem, setProblem] = useState<string>()
  const enter = (id: string) =>
    demoLogin(id)
      .then(begin)
      .then(
        () => replace(routes.account()),
        (error: Error) => setProblem(error.message),
      )
  return (
    <Screen title="演示登录">
      <Notice>这里的人名和组织都是编的。选一个身份，看看党员、支部书记和管理员各自看到什么。</Notice>
      <View>{problem && <Notice tone="warning">{problem}</Notice>}</View>
      {people.status === 'loading' && <Empty title="正在问服务有哪些演示身份…" />}
      {people.status === 'failed' && (
        <Empty
          title="这里没有演示身份"
          hint={`${people.message}。在自己的电脑上运行 npm start，服务起来以后就有了。`}
          action={{ text: '再试一次', onPress: people.reload }}
        />
      )}
      {people.status === 'ready' && (
        <Section title="选一个身份">
          {people.value.map(({ id, title, name, orgName }) => (
            <Row key={id} id={`demo-${id}`} title={title} note={`${name}，${orgName}`} onPress={() => void enter(id)} />
          ))}
        </Section>
      )}
    </Screen>
  )
}
