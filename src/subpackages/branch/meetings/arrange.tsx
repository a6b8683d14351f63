import { View } from '@tarojs/components'
import { useState } from 'react'
import { MEETING_KINDS, type MeetingKind, meetingKindTitle } from '@domain/contract/meeting-kinds'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Section } from '@/components/section'
import { WhenField } from '@/components/when-field'
import { meetingApi } from '@/api/meetings'
import { idempotentSender } from '@/api/idempotency-key'
import { useFormDraft } from '@/hooks/form-draft'
import { today } from '@/platform/phone/clock'
import { authorised } from '@/stores/session'
import { Line } from '../line'
import { Resumed } from '@/layout/states/resumed'
import { Said, useSaid } from '@/layout/states/said'

const KINDS = MEETING_KINDS.map(it => ({ value: it.id, text: it.title }))

/** No 党小组 has an empty name. */
const ALL = ''
/** One 党小组, or all of them together. */
export const groupOptions = (groups: readonly string[]) =>
  [ALL, ...groups].map(value => ({ value, text: value || '各组一起' }))

interface Props {
  branch: string
  /** What is chosen at first. */
  first: MeetingKind
  /** What stands as its title at first. */
  called?: string | undefined
  /** 党小组 of the roster. */
  groups: readonly string[]
  onArranged: (id: string) => void
  /** It may have been taken all the same: the list knows. */
  onFailed: () => void
}

/** A meeting to come, or one that has been. */
export function Arrange({ branch, first, called, groups, onArranged, onFailed }: Props) {
  const draft = useFormDraft(`arrange ${branch} ${first} ${called ?? ''}`, {
    kind: first,
    group: ALL,
    title: called ?? '',
    day: today(),
    time: '19:00',
    place: '',
  })
  const { change } = draft
  const { kind, group, title, day, time, place } = draft.it
  const [send] = useState(idempotentSender)
  const { said, busy, attempt } = useSaid()
  const arrange = async () => {
    const done = await attempt(async () => {
      const meeting = {
        kind,
        title: title.trim() || meetingKindTitle(kind),
        day,
        time,
        ...(place.trim() && { place: place.trim() }),
        ...(kind === 'group' && group !== ALL && { group }),
      }
      const { id } = await send(key => meetingApi(authorised, branch).arrange({ ...meeting, ...key }))
      await draft.forget()
      onArranged(id)
    })
    if (!done) onFailed()
  }
  return (
    <View className="desk-form">
      <Resumed draft={draft} />
      <Section title="安排会议">
        <Choice id="meeting-kind" label="哪一种" value={kind} options={KINDS} onChange={to => change({ kind: to })} />
        <View>
          {kind === 'group' && groups.length > 0 && (
            <Choice
              id="meeting-group"
              label="哪个党小组"
              value={group}
              options={groupOptions(groups)}
              onChange={to => change({ group: to })}
            />
          )}
        </View>
        <Line id="meeting-title" title="主题（可以不写）" value={title} onInput={value => change({ title: value })} />
        <WhenField id="meeting-day" kind="date" label="哪一天" value={day} onChange={value => change({ day: value })} />
        <WhenField
          id="meeting-time"
          kind="time"
          label="几点"
          value={time}
          onChange={value => change({ time: value })}
        />
        <Line id="meeting-place" title="地点（可以不写）" value={place} onInput={value => change({ place: value })} />
        <Said said={said} />
        <Button id="arrange" look="main" disabled={busy} onPress={() => void arrange()}>
          安排好了
        </Button>
      </Section>
    </View>
  )
}
