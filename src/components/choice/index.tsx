import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import { classNames } from '../class-names'
import './index.scss'

interface Props<T extends string | number> {
  label: string
  value: T
  options: { value: T; text: string }[]
  onChange: (value: T) => void
  id?: string
}

/** One of a few, all in sight. */
export function Choice<T extends string | number>({ label, value, options, onChange, id }: Props<T>) {
  return (
    <View className="choice" id={id} {...a11y({ role: 'radiogroup', label })}>
      {options.map(option => (
        <View
          key={option.value}
          id={id && `${id}-${option.value}`}
          className={classNames('choice__one', option.value === value && 'choice__one--on')}
          onClick={() => onChange(option.value)}
          {...a11y({ role: 'radio', checked: option.value === value })}
        >
          <Text>{option.text}</Text>
        </View>
      ))}
    </View>
  )
}
