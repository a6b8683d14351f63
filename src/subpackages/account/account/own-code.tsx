import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Me } from '@domain/contract/me'
import { formatDay } from '@domain/time/format'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { open, routes } from '@/navigation'
import { newOwnCode } from '@/actions/account'
import { CodeShown } from '../bind/code-shown'
import './index.scss'

/** 换手机: the code that binds another phone without asking anybody. An office holder's phone is the district's business. */
export function OwnCode({ me }: { me: Me }) {
  const [code, setCode] = useState<string>()
  const [asking, setAsking] = useState(false)
  const [problem, setProblem] = useState<string>()
  if (me.roles.some(it => it.org !== me.branch)) {
    return (
      <Section title="换手机">
        <View className="account__note">您在上级有职务，换微信、换手机由区里的管理员核对。</View>
      </Section>
    )
  }
  const make = () => {
    setAsking(false)
    newOwnCode().then(
      made => {
        setCode(made)
        setProblem(undefined)
      },
      (error: Error) => setProblem(`没有生成：${error.message}`),
    )
  }
  return (
    <Section title="换手机">
      <View className="account__note">
        换了微信、丢了手机，在新手机上填姓名和换机码就能绑定，不用等人办。同一个微信换一部手机，直接登录就好。
      </View>
      <Row
        id="to-phone"
        title="把记录带到新手机"
        note="扫一下，手机上的全部记录都过去"
        onPress={() => open(routes.phone())}
      />
      <View>
        {!code && (
          <Row
            title="换机码"
            note={me.ownCode ? `${formatDay(me.ownCode)}生成的还能用` : '还没有，请生成一个，抄在纸上收好'}
          />
        )}
      </View>
      <View>{code && <CodeShown code={code} />}</View>
      <View>{problem && <Notice tone="warning">{problem}</Notice>}</View>
      <View className="account__buttons">
        <Button id="own-code" onPress={() => (me.ownCode ? setAsking(true) : make())}>
          {me.ownCode ? '重新生成换机码' : '生成换机码'}
        </Button>
      </View>
      <Dialog
        open={asking}
        title="重新生成换机码？"
        confirm="重新生成"
        onConfirm={make}
        onCancel={() => setAsking(false)}
      >
        以前抄下的那个就不能用了。
      </Dialog>
    </Section>
  )
}
