import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { a11y } from '../a11y'
import { Icon } from '../icon'
import './index.scss'

interface Props {
  title: string
  /** Where it stands: a tab page has no way back. */
  onBack?: () => void
  backLabel?: string
  right?: ReactNode
  /** px that the phone's status bar takes. */
  inset: number
  /** px on the right that WeChat's capsule takes. */
  capsule: number
}

/** The bar on top of every page; it grows with the type. */
export function TitleBar({ title, onBack, backLabel = '返回', right, inset, capsule }: Props) {
  return (
    <View
      className="title-bar"
      style={{ paddingTop: `${inset}px`, paddingRight: capsule ? `${capsule}px` : undefined }}
    >
      {onBack ? (
        <View className="title-bar__back" id="back" onClick={onBack} {...a11y({ role: 'button', label: backLabel })}>
          <Icon name="back" />
          <Text>{backLabel}</Text>
        </View>
      ) : (
        <Text className="title-bar__title" {...a11y({ role: 'heading', level: 1 })}>
          {title}
        </Text>
      )}
      <View className="title-bar__right">{right ?? (onBack && <Text>{title}</Text>)}</View>
    </View>
  )
}
