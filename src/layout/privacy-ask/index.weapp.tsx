import { Button as Native, View } from '@tarojs/components'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { openPrivacyGuide } from '@/platform/phone/privacy'
import { AGREE_BUTTON } from '@/platform/phone/privacy-button'
import { usePrivacy } from '@/stores/privacy'
import { privacyWords } from './words'
import './index.scss'

export function PrivacyAsk(): JSX.Element | null {
  const { questions, answer } = usePrivacy()
  const [shown, setShown] = useState(true)
  useDidShow(() => setShown(true))
  useDidHide(() => setShown(false))
  const first = shown ? questions[0] : undefined
  useEffect(() => first?.shown(), [first])
  if (!first) return null
  return (
    <View className="dialog" catchMove>
      <View className="dialog__box" {...a11y({ role: 'alertdialog', modal: true, label: '先问您一声' })}>
        <View className="dialog__title">先问您一声</View>
        <View className="dialog__words">{privacyWords(first.api)}</View>
        <Button id="privacy-guide" look="plain" onPress={openPrivacyGuide}>
          看隐私保护指引
        </Button>
        <View className="dialog__actions">
          <Button id="privacy-refuse" onPress={() => answer(false)}>
            不同意
          </Button>
          {/* WeChat's own: nothing else can agree. It looks like the other: neither is urged. */}
          <Native
            id={AGREE_BUTTON}
            className="button button--quiet privacy-agree"
            openType="agreePrivacyAuthorization"
            onAgreePrivacyAuthorization={() => answer(true)}
            {...a11y({ role: 'button', label: '同意' })}
          >
            同意
          </Native>
        </View>
      </View>
    </View>
  )
}
