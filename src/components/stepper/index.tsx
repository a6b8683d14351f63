import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import { classNames } from '../class-names'
import { Icon } from '../icon'
import { inPieces } from '../pieces'
import './index.scss'

interface Step {
  id: string
  label: string
  /** Undefined where there is nothing further. */
  onPress?: () => void
}

interface Props {
  /** What one stands at: a week, a month. */
  name: string
  /** 本周. */
  mark?: string
  earlier: Step
  later: Step
}

/** One step back or forth in time, and where one is between them. */
export function Stepper({ name, mark, earlier, later }: Props) {
  const step = ({ id, label, onPress }: Step, icon: 'back' | 'forward') => (
    <View
      id={id}
      className={classNames('stepper__step', !onPress && 'stepper__step--off')}
      onClick={onPress}
      {...a11y({ role: 'button', label, disabled: !onPress })}
    >
      <Icon name={icon} />
    </View>
  )
  return (
    <View className="stepper">
      {step(earlier, 'back')}
      <View className="stepper__words" {...a11y({ live: 'polite' })}>
        <Text>{inPieces(name)}</Text>
        <Text className="stepper__mark">{mark ?? ''}</Text>
      </View>
      {step(later, 'forward')}
    </View>
  )
}
