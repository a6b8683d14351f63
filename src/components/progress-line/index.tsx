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

/** A hairline that fills. It is the background of its words: a node for each part would travel through setData on WeChat. */
export function ProgressLine({ title, share, text }: Props) {
  const percent = Math.round(Math.max(0, Math.min(1, share)) * 100)
  const named = title ?? text
  return (
    <View
      className="progress-line"
      style={percent > 0 ? { backgroundSize: `${percent}% 6px,100% 6px` } : undefined}
      {...a11y({ role: 'progressbar', label: title ?? '进度', valueNow: percent, valueText: text ?? `${percent}%` })}
    >
      {named && <Text>{title}</Text>}
      {named && <Text className="progress-line__text">{text ?? `${percent}%`}</Text>}
    </View>
  )
}
