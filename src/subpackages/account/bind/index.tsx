import { useState } from 'react'
import { Input, Text, View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { Screen } from '@/layout/screen'
import '@/actions/held-days'
import { hasService } from '@/api/client'
import { open, replace, routes } from '@/navigation'
import { canUseWechat } from '@/platform/phone/wechat'
import { askSecretary, bind, bindByCode } from '@/actions/binding'
import { Agreement } from '../consent/agreement'
import { CodeShown } from './code-shown'
import './index.scss'

type Way = 'first' | 'again'

const WAYS: { value: Way; text: string }[] = [
  { value: 'first', text: '第一次绑定' },
  { value: 'again', text: '换到这部手机' },
]

/**
 * 绑定支部: invite code, name and last four digits, or from another phone name and 换机码; after the whole text has been shown
 * and the box ticked.
 */
export default function BindPage() {
  const [way, setWay] = useState<Way>('first')
  const [form, setForm] = useState({ invite: '', name: '', last4: '', code: '' })
  const [agreed, setAgreed] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  const [made, setMade] = useState<string>()
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
  if (made) {
    return (
      <Screen title="绑定支部">
        <Notice tone="good">✓ 绑定好了</Notice>
        <CodeShown code={made} />
        <View className="bind__buttons">
          <Button id="written-down" look="main" onPress={() => replace(routes.account())}>
            抄好了，去支部账号
          </Button>
        </View>
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
  const name = form.name.trim()
  const [invite, code] = [form.invite.trim(), form.code.trim()]
  const filled = way === 'first' ? invite !== '' && /^\d{4}$/.test(form.last4) : code !== ''
  const ready = agreed && !busy && name !== '' && filled
  const go = (how: () => Promise<string | void>) => {
    setBusy(true)
    setProblem(undefined)
    how()
      .then(
        shown => (shown ? setMade(shown) : replace(routes.account())),
        (error: Error) => setProblem(error.message),
      )
      .then(() => setBusy(false))
  }
  const first = { invite, name, last4: form.last4 }
  return (
    <Screen title="绑定支部">
      <Choice id="bind-way" label="怎么绑定" value={way} options={WAYS} onChange={setWay} />
      {way === 'first' ? (
        <Section title="书记给您的和名册上的">
          {field('invite', '邀请码（八位，书记发给您）', '例如 7K3M-9QXT', 20)}
          {field('name', '姓名', '和名册上一样', 40)}
          {field('last4', '手机号后四位', '四个数字', 4, true)}
          <View className="bind__hint">三样要和支部名册对上。一天可以试五次；对不上就请书记确认。</View>
        </Section>
      ) : (
        <Section title="您抄下的换机码">
          {field('name', '姓名', '和名册上一样', 40)}
          {field('code', '换机码（八位）', '例如 7K3M 9QXT', 20)}
          <View className="bind__hint">
            绑定以后，原来的手机就退出，它会看到是什么时候换的。换机码也可以现在到旧手机的“支部账号”里生成。找不到的，选“第一次绑定”，再点“请书记确认”，由区里的管理员核对。
          </View>
        </Section>
      )}
      <Agreement agreed={agreed} onChange={setAgreed} />
      <View>{problem && <Notice tone="warning">{problem}</Notice>}</View>
      <View className="bind__buttons">
        <Button
          id="bind"
          look="main"
          disabled={!ready}
          onPress={() => go(() => (way === 'first' ? bind(first) : bindByCode({ name, code })))}
        >
          同意并绑定
        </Button>
        {way === 'first' && (
          <Button id="ask" disabled={!ready} onPress={() => go(() => askSecretary(first))}>
            对不上，请书记确认
          </Button>
        )}
      </View>
    </Screen>
  )
}
