import { View } from '@tarojs/components'
import { type ActivityKind, isDone } from '@domain/contract/activity-kinds'
import { DAYS_AROUND } from '@domain/contract/limits'
import { addDays } from '@domain/time/day'
import { Choice } from '@/components/choice'
import { Section } from '@/components/section'
import { WhenField } from '@/components/when-field'
import { today } from '@/platform/phone/clock'
import type { ActivityDraft } from '@/stores/activity-drafts'
import { Line } from '../line'

const HOURS = [0.5, 1, 1.5, 2, 3, 4, 6, 8].map(value => ({ value, text: `${value} 学时` }))

interface Props {
  kind: ActivityKind
  it: ActivityDraft
  onChange: (part: Partial<ActivityDraft>) => void
}

/** How far it is, when, where, and by when. */
export function When({ kind, it, onChange }: Props) {
  const day = today()
  const [first, last] = [addDays(day, -DAYS_AROUND), addDays(day, DAYS_AROUND)]
  const on = (id: string, label: string, value: string, min: string, part: (day: string) => Partial<ActivityDraft>) => (
    <WhenField
      id={id}
      kind="date"
      label={label}
      value={value}
      min={min}
      max={last}
      onChange={to => onChange(part(to))}
    />
  )
  return (
    <Section title="到哪一步">
      <Choice
        id="activity-state"
        label="到哪一步"
        value={it.state}
        options={kind.states.map(state => ({ value: state.id, text: state.title }))}
        onChange={state => onChange({ state })}
      />
      {on('activity-day', kind.due ? '登记的日子' : '哪一天', it.day, first, to => ({ day: to }))}
      <View>
        {kind.due &&
          isDone(kind, it.state) &&
          on('activity-closed', '哪一天办完', it.closed ?? day, it.day, to => ({ closed: to }))}
      </View>
      <View>{kind.due && on('activity-due', kind.due, it.due ?? '', it.day, to => ({ due: to }))}</View>
      <View>
        {!kind.due && (
          <>
            <WhenField
              id="activity-time"
              kind="time"
              label="几点（可以不填）"
              value={it.time ?? ''}
              onChange={time => onChange({ time })}
            />
            <Line
              id="activity-place"
              title="地点（可以不写）"
              value={it.place ?? ''}
              onInput={place => onChange({ place })}
            />
          </>
        )}
      </View>
      <View>
        {kind.hours > 0 && isDone(kind, it.state) && (
          <>
            <View>参加的人各记多少学时</View>
            <Choice
              id="activity-hours"
              label="参加的人各记多少学时"
              value={it.hours ?? kind.hours}
              options={HOURS}
              onChange={hours => onChange({ hours })}
            />
          </>
        )}
      </View>
    </Section>
  )
}
