import { Input, Picker, Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import './index.scss'

interface Props {
  id: string
  label: string
  kind: 'date' | 'time'
  /** `2026-11-24` or `19:30`. */
  value: string
  /** Only for days. */
  min?: string
  max?: string
  onChange: (value: string) => void
}

/** A day or a time of day, chosen in the way of the phone: WeChat's picker, the browser's own field. */
export function WhenField({ id, label, kind, value, min, max, onChange }: Props) {
  return (
    <View className="when-field">
      <Text>{label}</Text>
      {process.env.TARO_ENV === 'weapp' ? (
        <Picker
          id={id}
          mode={kind}
          value={value}
          {...(kind === 'date' ? { start: min, end: max } : {})}
          onChange={event => onChange(event.detail.value)}
          {...a11y({ role: 'button', label: `${label}：${value}` })}
        >
          <View className="field">{value}</View>
        </Picker>
      ) : (
        <Input
          id={id}
          className="field"
          // A browser's type that Taro hands through without listing it.
          type={kind as 'text'}
          value={value}
          placeholder={label}
          onInput={event => event.detail.value && onChange(event.detail.value)}
          {...a11y({ label })}
        />
      )}
    </View>
  )
}
