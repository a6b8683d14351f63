import { useState } from 'react'
import { Input, Text, View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { Screen } from '@/layout/screen'
import '@/actions/held-days'
import { hasService } from '@/api/client'
import { open, replace, routes } from '@/navigation'
import { canUseWechat } from '@/platform/phone/wechat'
import { askSecretary, bind } from '@/actions/binding'
import { Agreement } from '../consent/agreement'
import './index.scss'

/** 绑定支部: invite code, name and last four digits, after the whole text has been shown and the box ticked. */
export default function BindPage() {
  const [form, setForm] = useState({ invite: '', name: '', last4: '' })
  const [agreed, setAgreed] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  if (!hasService() || !canUseWechat()) {
    return (
      <Screen title="绑定支部">
        <Empty
          title={hasService() ? '网页版没有微信登录' : '这个版本没有接参与服务'}
          hint="绑定要在接了服务的微信小程序里做。交学习情况可以用学习单，不用联网。"
          action={{ text: '打开学习单', onPress: () => open(routes.slip()) }}
        />
      </Screen>
    )
  }
  const field = (key: keyof typeof form, words: string, example: string, maxlength: number, digits = false) => (
    <>
      <Text className="bind__name">{words}</Text>
      <Input
        id={`bind-${key}`}
        className="field"
        type={digits ? 'number' : 'text'}
        value={form[key]}
        maxlength={maxlength}
        placeholder={example}
        confirmType={digits ? 'done' : 'next'}
        onInput={event => setForm({ ...form, [key]: event.detail.value })}
        {...a11y({ label: words })}
      />
    </>
  )
  const ready = agreed && !busy && form.invite.trim() !== '' && form.name.trim() !== '' && /^\d{4}$/.test(form.last4)
  const go = (how: typeof bind) => {
    setBusy(true)
    setProblem(undefined)
    how({ ...form, invite: form.invite.trim(), name: form.name.trim() })
      .then(
        () => replace(routes.account()),
        (error: Error) => setProblem(error.message),
      )
      .then(() => setBusy(false))
  }
  return (
    <Screen title="绑定支部">
      <Section title="书记给您的和名册上的">
        {field('invite', '邀请码（八位，书记发给您）', '例如 7K3M-9QXT', 20)}
        {field('name', '姓名', '和名册上一样', 40)}
        {field('last4', '手机号后四位', '四个数字', 4, true)}
        <View className="bind__hint">三样要和支部名册对上。一天可以试五次；对不上就请书记确认。</View>
      </Section>
      <Agreement agreed={agreed} onChange={setAgreed} />
      <View>{problem && <Notice tone="warning">{problem}</Notice>}</View>
      <View className="bind__buttons">
        <Button id="bind" look="main" disabled={!ready} onPress={() => go(bind)}>
          同意并绑定
        </Button>
        <Button id="ask" disabled={!ready} onPress={() => go(askSecretary)}>
          对不上，请书记确认
        </Button>
      </View>
    </Screen>
  )
}
