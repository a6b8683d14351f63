import { Button as Native, Text, View } from '@tarojs/components'
import { a11y } from '@/components/a11y'

/** WeChat's own page, which reaches whoever runs the mini-program: only its own button opens it. */
export function FeedbackRow() {
  return (
    <Native
      id="feedback"
      className="about__feedback"
      openType="feedback"
      {...a11y({ role: 'link', label: '意见反馈和投诉建议，由微信转给使用单位' })}
    >
      <View>意见反馈和投诉建议</View>
      <Text className="about__to">由微信转给使用单位</Text>
    </Native>
  )
}
