import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { summaryLines, weekSummary } from '@domain/progress/week-summary'
import { addDays } from '@domain/time/day'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { CardSheet } from '@/frame/card-sheet'
import { Screen } from '@/frame/screen'
import type { CardContent } from '@/services/card-drawing'
import { copyText } from '@/services/clipboard'
import { today } from '@/services/stamper'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import './index.scss'

const WEEKS: { value: 'this' | 'last'; text: string }[] = [
  { value: 'this', text: '本周' },
  { value: 'last', text: '上周' },
]

/** A week in a few lines, as text or as a picture, for the member to pass on if they like. */
export default function Week() {
  const { catalog } = useCatalog()
  const days = useMember(state => state.progress.days)
  const [week, setWeek] = useState<'this' | 'last'>('this')
  const [card, setCard] = useState<CardContent>()
  const [copied, setCopied] = useState<boolean>()
  const summary = weekSummary(days, week === 'this' ? today() : addDays(today(), -7))
  const lines = summaryLines(summary)
  const footer = catalog?.brand.name ?? ''
  const copy = () =>
    copyText([`我这一周的学习（${summary.week}）`, ...lines].join('\n')).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  return (
    <Screen title="一周小结">
      <Choice id="week" label="哪一周" value={week} options={WEEKS} onChange={setWeek} />
      <Section title={summary.week}>
        {lines.map(line => (
          <View key={line}>
            <Text>{line}</Text>
          </View>
        ))}
      </Section>
      {copied !== undefined && (
        <Notice tone={copied ? 'good' : 'warning'}>{copied ? '✓ 文字已经复制' : '没有复制成，请再试一次'}</Notice>
      )}
      <View className="week-actions">
        <Button id="week-copy" onPress={() => void copy()}>
          复制文字
        </Button>
        <Button
          id="week-card"
          look="main"
          onPress={() => setCard({ year: '', title: `我这一周的学习 ${summary.week}`, lines, footer })}
        >
          做成图片
        </Button>
      </View>
      <CardSheet content={card} onClose={() => setCard(undefined)} />
    </Screen>
  )
}
