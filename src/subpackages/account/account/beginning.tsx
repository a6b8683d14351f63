import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Section } from '@/components/section'
import { useSync, type Beginning as From } from '@/stores/sync'
import './index.scss'

const FROM: { value: From; text: string }[] = [
  { value: 'today', text: '从今天开始' },
  { value: 'past', text: '上传以前的学习' },
]

/** Asked once on each phone, before anything is uploaded: what to begin with. */
export function Beginning({ foreign, demo }: { foreign: boolean; demo: boolean }) {
  const [from, setFrom] = useState<From>('today')
  const begin = useSync(state => state.begin)
  if (foreign) {
    return (
      <Section title="从哪里开始上传">
        <View className="account__note">
          这部手机上以前的学习记在另一位党员（或另一个身份）名下，不会上传到您的名下。只上传您从现在起学的。
        </View>
        <Button id="begin" look="main" onPress={() => void begin('now', false)}>
          开始上传
        </Button>
      </Section>
    )
  }
  return (
    <Section title="从哪里开始上传">
      <View className="account__note">这部手机上已经有学习记录。选好之前什么都不上传。以前的学习最多补传十四天。</View>
      <Choice id="from" label="从哪里开始上传" value={from} options={FROM} onChange={setFrom} />
      <Button id="begin" look="main" onPress={() => void begin(from, !demo)}>
        就这样，开始上传
      </Button>
    </Section>
  )
}
