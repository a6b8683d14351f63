import { View } from '@tarojs/components'
import { useState } from 'react'
import { CONTEST_CONSENT_TEXT } from '@domain/contract/contest-consent'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Sheet } from '@/components/sheet'

const NAMES: { value: 'masked' | 'full'; text: string }[] = [
  { value: 'masked', text: '写“王*”' },
  { value: 'full', text: '写全名' },
]

/** Before the first question: what is collected, who sees it, and how one's name is shown; entering is voluntary. */
export function Agreement({ onAgreed, onClose }: { onAgreed: (name: 'full' | 'masked') => void; onClose: () => void }) {
  const [name, setName] = useState<'full' | 'masked'>('masked')
  return (
    <Sheet open title="参加以前" onClose={onClose}>
      {CONTEST_CONSENT_TEXT.map(({ title, lines }) => (
        <View key={title} className="contest-rule">
          <View>{title}</View>
          <View className="contest-note">{lines.join('')}</View>
        </View>
      ))}
      <View>获奖名单和证书上，您的名字</View>
      <Choice id="contest-name" label="名字怎么写" value={name} options={NAMES} onChange={setName} />
      <View className="contest-note">草案，须法务确认。</View>
      <Button id="contest-agree" look="main" onPress={() => onAgreed(name)}>
        同意，开始答题
      </Button>
    </Sheet>
  )
}
