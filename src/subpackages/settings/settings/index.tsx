import { View } from '@tarojs/components'
import { useState } from 'react'
import { goalFor } from '@domain/streak/weeks'
import { weekStart } from '@domain/time/day'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Dialog } from '@/components/dialog'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { ReminderSheet } from '@/layout/reminder-sheet'
import { Screen } from '@/layout/screen'
import { Section } from '@/components/section'
import { TYPE_CHOICES } from '@/layout/type-sheet'
import { open, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { setOwnGoal } from '@/actions/account'
import { eraseEverything } from '@/actions/erase'
import { useMember } from '@/stores/member'
import { useSession } from '@/stores/session'
import { REMINDER_TIMES, useSettings, type Settings } from '@/stores/settings'
import { useSync } from '@/stores/sync'
import { Transfer } from './transfer'
import './index.scss'

const THEMES: { value: Settings['theme']; text: string }[] = [
  { value: 'system', text: '随手机' },
  { value: 'light', text: '浅色' },
  { value: 'dark', text: '深色' },
]
const LINES: { value: Settings['lines']; text: string }[] = [
  { value: 'normal', text: '标准' },
  { value: 'loose', text: '宽松' },
]
const AUTOPLAY = [
  { value: 'on', text: '放完接着放' },
  { value: 'off', text: '放完就停' },
]
const AUTO_NEXT = [
  { value: 'off', text: '答对了，自己点下一题' },
  { value: 'on', text: '答对了，自动下一题' },
]
const SAVER = [
  { value: 'on', text: '省流量' },
  { value: 'off', text: '随时联网放' },
]
const GOALS = [1, 2, 3, 4, 5, 6, 7].map(value => ({ value, text: `${value} 天` }))

export default function SettingsPage() {
  const { type, theme, goals, lines, autoplay, autoNext, dataSaver, reminder, set } = useSettings()
  const [reminding, setReminding] = useState(false)
  const fullness = useMember(state => state.fullness)
  const me = useSession(state => state.me)
  const waiting = useSync(state => state.outbox?.waiting.length ?? 0)
  const [asking, setAsking] = useState(false)
  const [erased, setErased] = useState<{ problem?: string }>()
  const monday = weekStart(today())
  const erase = async () => {
    const outcome = await eraseEverything().then(
      () => ({}),
      (error: Error) => ({ problem: error.message }),
    )
    setAsking(false)
    setErased(outcome)
  }
  return (
    <Screen title="设置">
      <Section title="字号">
        <Choice id="type" label="字号" value={type} options={TYPE_CHOICES} onChange={value => set({ type: value })} />
      </Section>
      <Section title="深浅">
        <Choice id="theme" label="深浅" value={theme} options={THEMES} onChange={value => set({ theme: value })} />
      </Section>
      <Section title="文章行距">
        <Choice id="lines" label="文章行距" value={lines} options={LINES} onChange={value => set({ lines: value })} />
      </Section>
      <Section title="听和看">
        <Choice
          id="autoplay"
          label="放完一集以后"
          value={autoplay ? 'on' : 'off'}
          options={AUTOPLAY}
          onChange={value => set({ autoplay: value === 'on' })}
        />
        <Choice
          id="saver"
          label="没有连 Wi-Fi 的时候"
          value={dataSaver ? 'on' : 'off'}
          options={SAVER}
          onChange={value => set({ dataSaver: value === 'on' })}
        />
        <View className="settings__note">省流量：没连 Wi-Fi 时，没下载的节目先问您再放。</View>
        <Row id="to-downloads" title="下载的节目" onPress={() => open(routes.downloads())} />
      </Section>
      <Section title="答题">
        <Choice
          id="auto-next"
          label="答对以后"
          value={autoNext ? 'on' : 'off'}
          options={AUTO_NEXT}
          onChange={value => set({ autoNext: value === 'on' })}
        />
      </Section>
      <Section title="每周目标" aside="学满三分钟或答五题算一天">
        <Choice id="goal" label="每周目标" value={goalFor(goals, monday)} options={GOALS} onChange={setOwnGoal} />
      </Section>
      <Section title="提醒">
        <View className="settings__note">
          这个应用自己什么通知都不发。哪天学，由您自己定；想要有人提醒，可以请手机的日历。
        </View>
        <Row
          id="reminder"
          title="每天提醒我"
          meta={REMINDER_TIMES.indexOf(reminder) < 0 ? '没有' : `${reminder}，由日历提醒`}
          onPress={() => setReminding(true)}
        />
        <ReminderSheet open={reminding} onClose={() => setReminding(false)} />
      </Section>
      <Section title="学习记录" aside={fullness > 0.01 ? `用了存储的 ${Math.round(fullness * 100)}%` : undefined}>
        {fullness > 0.8 && <Notice tone="warning">存储快满了，旧的明细会自动清理，汇总不受影响。</Notice>}
        {erased && (
          <Notice tone={erased.problem ? 'warning' : 'good'}>
            {erased.problem ? `没有清除完：${erased.problem}` : '✓ 学习记录已经全部清除'}
          </Notice>
        )}
        <View className="settings__note">
          {me
            ? `记录在这部手机上，并以“${me.name}”的名义上传给支部。`
            : '没有登录支部账号，记录就只在这部手机上，不上传。'}
        </View>
        <Transfer />
        <Button id="erase" onPress={() => setAsking(true)}>
          清除学习记录
        </Button>
      </Section>
      <Section title="其他">
        <Row id="to-account" title="支部账号与上传" onPress={() => open(routes.account())} />
        <Row id="to-rules" title="积分规则" onPress={() => open(routes.rules())} />
        <Row id="to-privacy" title="隐私" onPress={() => open(routes.privacy())} />
        <Row id="to-about" title="关于" onPress={() => open(routes.about())} />
      </Section>
      <Dialog
        open={asking}
        title="清除全部学习记录？"
        confirm="清除"
        onConfirm={() => void erase()}
        onCancel={() => setAsking(false)}
      >
        读到哪里、听到哪里、答题和错题本、笔记、收到的学习单、下载的节目、您讲的节目都会清掉，不能恢复。字号等设置保留。
        {me && `支部账号也会退出${waiting > 0 ? `，还没上传的 ${waiting} 天不再上传` : ''}；已经上传的还在服务上。`}
      </Dialog>
    </Screen>
  )
}
