import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import './index.scss'

interface Props {
  title?: string
  /** 0–1. */
  share: number
  /** Said at the right: 12 / 72 篇. */
  text?: string
}

/** A hairline that fills. */
export function ProgressLine({ title, share, text }: Props) {
  const percent = Math.round(Math.max(0, Math.min(1, share)) * 100)
  return (
    <View
      className="progress-line"
      {...a11y({ role: 'progressbar', label: title ?? '进度', valueNow: percent, valueText: text ?? `${percent}%` })}
    >
      {(title ?? text) && (
        <View className="progress-line__words">
          <Text>{title}</Text>
          <Text className="progress-line__text">{text ?? `${percent}%`}</Text>
        </View>
      )}
      <View className="progress-line__track">
        {percent > 0 && <View className="progress-line__fill" style={{ width: `${percent}%` }} />}
      </View>
    </View>
  )
}
