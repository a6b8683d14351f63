import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import { formatDay } from '@domain/time/format'
import { shanghaiDay } from '@domain/time/day'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { hasService } from '@/api/client'
import { open, routes } from '@/navigation'
import { canUseWechat } from '@/platform/phone/wechat'
import { readAsked, loginWithWechat, type Asked } from '@/actions/binding'
import { useSession } from '@/stores/session'
import './index.scss'

/** What an account is for, and the ways into one. */
export function SignedOut() {
  const ended = useSession(state => state.ended)
  const [asked, setAsked] = useState<Asked>()
  const [problem, setProblem] = useState<string>()
  useEffect(() => void readAsked().then(setAsked), [])
  const signIn = () =>
    loginWithWechat().then(
      bound => !bound && open(routes.bind()),
      (error: Error) => setProblem(error.message),
    )
  return (
    <>
      <View>{ended && <Notice tone="warning">{ended}</Notice>}</View>
      <View>{problem && <Notice tone="warning">{problem}</Notice>}</View>
      <Section title="有什么用">
        <View className="account__note">
          绑定以后，每天学过没有、学完了什么自动报给支部，不用交截图；学多久、答对答错不报。不绑定也能用全部学习功能，交情况可以用学习单。
        </View>
      </Section>
      {!hasService() && <Notice>这个版本没有接参与服务，所以不能登录。请用学习单交给书记。</Notice>}
      <View>
        {asked && (
          <Notice>
            {`${formatDay(shanghaiDay(asked.at))}已请${asked.district ? '区里的管理员' : '书记'}确认（${asked.name}），通过以后，点“用微信登录”就好。`}
            {asked.code && `问您申请号，请报 ${asked.code}。`}
          </Notice>
        )}
      </View>
      {hasService() && canUseWechat() && (
        <View className="account__buttons">
          <Button id="wechat" look="main" onPress={() => void signIn()}>
            用微信登录
          </Button>
        </View>
      )}
      {hasService() && !canUseWechat() && (
        <Notice>网页版没有微信登录：绑定要在微信小程序里做。在这里可以用演示身份看看是什么样子。</Notice>
      )}
      <Section title="也可以看看">
        {hasService() && !canUseWechat() && (
          <Row id="to-demo" title="演示登录" note="编造的人，只在演示服务上有" onPress={() => open(routes.demo())} />
        )}
        <Row id="to-consent" title="上传说明" note="上传什么、谁看得到" onPress={() => open(routes.consent())} />
        <Row id="to-slip" title="学习单" note="不用联网" onPress={() => open(routes.slip())} />
      </Section>
    </>
  )
}
