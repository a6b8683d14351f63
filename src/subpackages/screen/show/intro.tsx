import { Text, View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import './intro.scss'

/** What a choice on the projector's pages begins with: what it is for, and what is needed. */
export function Intro({ title, note }: { title: string; note: string }) {
  return (
    <View>
      <Text className="show-intro__title" {...a11y({ role: 'heading', level: 1 })}>
        {title}
      </Text>
      <View className="show-intro__note">{note}</View>
    </View>
  )
}
