import { View } from '@tarojs/components'
import {
  isRunning,
  type ReportingPeriod,
  periodName,
  reportingPeriodOf,
  stepPeriod,
} from '@domain/district/reporting-period'
import { Choice } from '@/components/choice'
import { Stepper } from '@/components/stepper'
import { today } from '@/platform/phone/clock'

interface Props {
  period: ReportingPeriod
  onChange: (period: ReportingPeriod) => void
  /** Only weeks make sense here. */
  weeksOnly?: boolean
}

const KINDS: { value: ReportingPeriod['kind']; text: string }[] = [
  { value: 'week', text: '按周' },
  { value: 'month', text: '按月' },
]
const WORDS = { week: ['前一周', '后一周'], month: ['上个月', '下个月'] } as const

/** Which week or month: one step at a time, never past the one that runs. */
export function PeriodPicker({ period, onChange, weeksOnly }: Props) {
  const running = isRunning(period, today())
  const [earlier, later] = WORDS[period.kind]
  return (
    <View>
      {!weeksOnly && (
        <Choice
          id="period-kind"
          label="按周还是按月"
          value={period.kind}
          options={KINDS}
          onChange={kind => onChange(reportingPeriodOf(kind, today()))}
        />
      )}
      <Stepper
        name={periodName(period)}
        mark={running ? '还没过完' : ''}
        earlier={{ id: 'period-earlier', label: earlier, onPress: () => onChange(stepPeriod(period, -1)) }}
        later={{
          id: 'period-later',
          label: later,
          onPress: running ? undefined : () => onChange(stepPeriod(period, 1)),
        }}
      />
    </View>
  )
}
