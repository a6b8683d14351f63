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
  options: readonly { value: string; text: string }[]
  onChange: (values: string[]) => void
}

/** At once: every one is a node that travels through setData on WeChat. */
const PAGE = 24

/** Any of many, each a box to tick. */
export function Picks({ id, label, values, options, onChange }: Props) {
  const [shown, setShown] = useState(PAGE)
  const toggle = (value: string) =>
    onChange(values.includes(value) ? values.filter(it => it !== value) : [...values, value])
  return (
    <>
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
      {options.length > shown && (
        <Button id={`${id}-more`} onPress={() => setShown(n => n + PAGE)}>
          再看 {Math.min(PAGE, options.length - shown)} 个
        </Button>
      )}
    </>
  )
}
