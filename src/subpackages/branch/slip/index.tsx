import { Input, Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { BRANCH_LIMIT, encodeSlip, NAME_LIMIT, slipOf } from '@domain/branch/slip'
import { slipLines } from '@domain/branch/slip-lines'
import { addDays } from '@domain/time/day'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Notice } from '@/components/notice'
import { QrCode } from '@/components/qr-code'
import { Section } from '@/components/section'
import { Screen } from '@/layout/screen'
import { copyText } from '@/platform/phone/clipboard'
import { now, today } from '@/platform/phone/clock'
import { useMember } from '@/stores/member'
import { useSlips } from '@/stores/slips'
import './index.scss'

const WEEKS: { value: 'this' | 'last'; text: string }[] = [
  { value: 'this', text: '本周' },
  { value: 'last', text: '上周' },
]

/** 学习单: this week's counters as a code that the secretary scans. No server, nothing sent: showing it is handing it in. */
export default function SlipPage() {
  const { who, load, saveWho } = useSlips()
  const days = useMember(state => state.progress.days)
  const [week, setWeek] = useState<'this' | 'last'>('this')
  const [copied, setCopied] = useState<boolean>()
  useEffect(() => void load(), [load])
  const day = week === 'this' ? today() : addDays(today(), -7)
  const named = !!who?.name.trim()
  const slip = who && named ? slipOf(days, day, who, now()) : undefined
  const lines = slip ? slipLines(slip) : []
  const copy = () =>
    copyText(lines.join('\n')).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <Screen title="学习单" records>
      <Notice>给支部书记扫一扫就交上了。只有下面这几个数，没有别的；数字由自己报，标着“自报”。</Notice>
      <Choice id="slip-week" label="哪一周" value={week} options={WEEKS} onChange={setWeek} />
      {who && (
        <View className="slip-who">
          <Text>姓名</Text>
          <Input
            id="slip-name"
            className="field"
            value={who.name}
            maxlength={NAME_LIMIT}
            placeholder="怎么称呼您"
            onInput={event => void saveWho({ name: event.detail.value })}
            {...a11y({ label: '姓名' })}
          />
          <Text>支部代号（书记告诉您的，可以不填）</Text>
          <Input
            id="slip-branch"
            className="field"
            value={who.branch}
            maxlength={BRANCH_LIMIT}
            placeholder="例如 示例03"
            onInput={event => void saveWho({ branch: event.detail.value })}
            {...a11y({ label: '支部代号' })}
          />
        </View>
      )}
      {slip && (
        <Section title="请书记扫这个码">
          <QrCode text={encodeSlip(slip)} label={`学习单二维码：${lines.slice(0, 5).join('，')}`} />
          <View id="slip-lines">
            {lines.slice(0, 5).map(line => (
              <View key={line}>{line}</View>
            ))}
          </View>
        </Section>
      )}
      {!named && who && <Notice>写上姓名，二维码就出来了。</Notice>}
      {copied !== undefined && (
        <Notice tone={copied ? 'good' : 'warning'}>
          {copied ? '✓ 已经复制，可以发给书记' : '没有复制成，请再试一次'}
        </Notice>
      )}
      {slip && (
        <Button id="slip-copy" onPress={() => void copy()}>
          复制成文字
        </Button>
      )}
    </Screen>
  )
}
