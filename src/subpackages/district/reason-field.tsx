import { Input, Text, View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import './act.scss'

interface Props {
  value: string
  hint: string
  onInput: (value: string) => void
}

/** The service asks for at least two characters and takes two hundred. */
export const isReason = (text: string) => text.trim().length >= 2

/** Why people are looked at: kept in the audit log beside who looked. */
export function ReasonField({ value, hint, onInput }: Props) {
  return (
    <View>
      <Text>原因（会写进记录）</Text>
      <Input
        id="reason"
        className="field"
        value={value}
        maxlength={100}
        placeholder={hint}
        onInput={event => onInput(event.detail.value)}
        {...a11y({ label: '原因，会写进记录' })}
      />
    </View>
  )
}
