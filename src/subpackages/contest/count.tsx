import { Input, View } from '@tarojs/components'
import { a11y } from '@/components/a11y'

/** A whole number; what is no number is 0 until it is. */
export function Count({
  id,
  title,
  value,
  onChange,
}: {
  id: string
  title: string
  value: number
  onChange: (value: number) => void
}) {
  return (
    <>
      <View>{title}</View>
      <Input
        id={id}
        className="field"
        type="number"
        value={value > 0 ? `${value}` : ''}
        maxlength={5}
        placeholder="写一个数"
        onInput={event => onChange(Math.floor(Number(event.detail.value)) || 0)}
        {...a11y({ label: title })}
      />
    </>
  )
}
