import { Text, View } from '@tarojs/components'
import { WEEKS_BACK } from '@domain/branch/weeks'
import { type Day, addDays, weekStart } from '@domain/time/day'
import { formatWeekOf } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import { Icon } from '@/components/icon'
import './week-picker.scss'

interface Props {
  /** Monday. */
  week: Day
  today: Day
  /** How many weeks can be gone back to, this one among them. */
  count?: number
  onChange: (week: Day) => void
}

/** One week back or forth; no further back than is kept in sight, and not into the future. */
export function WeekPicker({ week, today, count = WEEKS_BACK, onChange }: Props) {
  const current = weekStart(today)
  const first = addDays(current, -7 * (count - 1))
  const name = week === current ? '本周' : week === addDays(current, -7) ? '上周' : ''
  const step = (id: string, label: string, icon: 'back' | 'forward', to: Day, can: boolean) => (
    <View
      id={id}
      className={classNames('week-picker__step', !can && 'week-picker__step--off')}
      onClick={can ? () => onChange(to) : undefined}
      {...a11y({ role: 'button', label, disabled: !can })}
    >
      <Icon name={icon} />
    </View>
  )
  return (
    <View className="week-picker">
      {step('week-back', '前一周', 'back', addDays(week, -7), week > first)}
      <View className="week-picker__words" {...a11y({ live: 'polite' })}>
        <Text>{formatWeekOf(week, today)}</Text>
        <Text className="week-picker__name">{name}</Text>
      </View>
      {step('week-forward', '后一周', 'forward', addDays(week, 7), week < current)}
    </View>
  )
}
