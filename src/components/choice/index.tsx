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

/** How wide a text is, in ems: a Chinese character is one, a letter, digit or space less. */
const ems = (text: string) =>
  text.split('').reduce((sum, one) => sum + (one === ' ' ? 0.3 : one < '\u0100' ? 0.6 : 1), 0)
/** ems of the mark of the chosen one; px of what stands around the words. */
const MARK = 1.1
const AROUND = 14

/** Most in a line, so that none is left alone in the last. */
function columns(count: number, longest: number): number {
  if (count === 4) return longest > 4 ? 2 : 4
  return count === 5 || count === 6 ? 3 : count === 7 ? 4 : count
}

/** One of a few, all in sight; as many in a line as the longest lets, none broken. */
export function Choice<T extends string | number>({ label, value, options, onChange, id }: Props<T>) {
  const longest = Math.ceil((Math.max(...options.map(it => ems(it.text))) + MARK) * 10) / 10
  const least = Math.floor(90 / columns(options.length, longest))
  return (
    <View
      className="choice"
      id={id}
      style={{
        gridTemplateColumns: `repeat(auto-fit, minmax(min(max(${longest}em + ${AROUND}px, ${least}%), 100%), 1fr))`,
      }}
      {...a11y({ role: 'radiogroup', label })}
    >
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
