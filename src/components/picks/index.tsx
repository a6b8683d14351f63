import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { a11y } from '../a11y'
import { Button } from '../button'
import { classNames } from '../class-names'
import './index.scss'

interface Props {
  id: string
  label: string
  values: readonly string[]
  /** `apart`: only ticked one by one. */
  options: readonly { value: string; text: string; apart?: boolean }[]
  onChange: (values: string[]) => void
  /** Offers to tick all of them at once. */
  all?: boolean
}

/** At first, and with every tap more: every one is a node that travels through setData on WeChat. */
const [FIRST, STEP] = process.env.TARO_ENV === 'weapp' ? [6, 6] : [24, 24]

/** Any of many, each a box to tick. */
export function Picks({ id, label, values, options, onChange, all }: Props) {
  const [shown, setShown] = useState(FIRST)
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter(it => it !== value) : [...values, value])
  const together = options.filter(it => !it.apart).map(it => it.value)
  // Ticked before another search, or one by one.
  const others = values.filter(it => !together.includes(it))
  const whole = together.every(it => values.includes(it))
  return (
    <>
      {all && together.length > 1 && (
        <Button id={`${id}-all`} look="plain" onPress={() => onChange(whole ? others : [...others, ...together])}>
          {whole ? '都不选' : `全选 ${together.length} 个`}
        </Button>
      )}
      <View className="picks" id={id} {...a11y({ role: 'group', label })}>
        {options.slice(0, shown).map(option => (
          <View
            key={option.value}
            id={`${id}-${option.value}`}
            className={classNames('picks__one', values.includes(option.value) && 'picks__one--on')}
            onClick={() => toggle(option.value)}
            {...a11y({ role: 'checkbox', checked: values.includes(option.value) })}
          >
            <Text>{option.text}</Text>
          </View>
        ))}
      </View>
      <View>
        {options.length > shown && (
          <Button id={`${id}-more`} onPress={() => setShown(n => n + STEP)}>
            再看 {Math.min(STEP, options.length - shown)} 个
          </Button>
        )}
      </View>
    </>
  )
}
