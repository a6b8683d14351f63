import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import { classNames } from '../class-names'
import { Knot } from '../thread/knot'
import './index.scss'

interface Props {
  /** Monday to Sunday. */
  days: { name: string; studied: boolean; today: boolean }[]
  /** What a screen reader says in place of the picture. */
  label: string
}

/** A week as a line of ink: a knot for each day studied, a ring for each that was not. */
export function WeekKnots({ days, label }: Props) {
  const passed = days.findIndex(it => it.today)
  return (
    <View className="week-knots" {...a11y({ role: 'img', label })}>
      {days.map(({ name, studied, today }, i) => (
        <View
          key={name}
          className={classNames(
            'week-knots__day',
            i <= passed && 'week-knots__day--passed',
            today && 'week-knots__day--today',
          )}
        >
          <View className="week-knots__mark">
            {studied ? (
              <View className="week-knots__knot">
                <Knot kind="loop" />
              </View>
            ) : (
              <View className="week-knots__ring" />
            )}
          </View>
          <Text>{name}</Text>
        </View>
      ))}
    </View>
  )
}
