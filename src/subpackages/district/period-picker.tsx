import { Text, View } from '@tarojs/components'
import { isRunning, type Period, periodName, periodOf, stepPeriod } from '@domain/district/period'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { today } from '@/services/stamper'
import './period-picker.scss'

interface Props {
  period: Period
  onChange: (period: Period) => void
  /** Only weeks make sense here. */
  weeksOnly?: boolean
}

const KINDS: { value: Period['kind']; text: string }[] = [
  { value: 'week', text: '按周' },
  { value: 'month', text: '按月' },
]
const WORDS = { week: ['前一周', '后一周'], month: ['上个月', '下个月'] } as const

/** Which week or month: one step at a time, never past the one that runs. */
export function PeriodPicker({ period, onChange, weeksOnly }: Props) {
  const running = isRunning(period, today())
  const [earlier, later] = WORDS[period.kind]
  return (
    <View className="period">
      {!weeksOnly && (
        <Choice
          id="period-kind"
          label="按周还是按月"
          value={period.kind}
          options={KINDS}
          onChange={kind => onChange(periodOf(kind, today()))}
        />
      )}
      <View className="period__name" {...a11y({ live: 'polite' })}>
        <Text>{periodName(period)}</Text>
        <Text className="period__note">{running ? '还没过完，数字到今天为止' : ''}</Text>
      </View>
      <View className="period__steps">
        <Button id="period-earlier" onPress={() => onChange(stepPeriod(period, -1))}>
          {earlier}
        </Button>
        <Button id="period-later" disabled={running} onPress={() => onChange(stepPeriod(period, 1))}>
          {later}
        </Button>
      </View>
    </View>
  )
}
