import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { MEETING_KINDS, type MeetingKind, meetingKindTitle } from '@domain/contract/meetings'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Section } from '@/components/section'
import { WhenField } from '@/components/when-field'
import { meetingApi } from '@/api/meetings'
import { idempotentSender } from '@/api/idempotency-key'
import { today } from '@/platform/phone/clock'
import { authorised } from '@/stores/session'
import { Said, useSaid } from '../said'

const KINDS = MEETING_KINDS.map(it => ({ value: it.id, text: it.title }))

interface Props {
  branch: string
  onArranged: (id: string) => void
  /** It may have been taken all the same: the list knows. */
  onFailed: () => void
}

/** A meeting to come, or one that has been. */
export function Arrange({ branch, onArranged, onFailed }: Props) {
  const [kind, setKind] = useState<MeetingKind>('congress')
  const [title, setTitle] = useState('')
  const [day, setDay] = useState(today())
  const [time, setTime] = useState('19:00')
  const [place, setPlace] = useState('')
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
      }
      const { id } = await send(key => meetingApi(authorised, branch).arrange({ ...meeting, ...key }))
      onArranged(id)
    })
    if (!done) onFailed()
  }
  const text = (id: string, label: string, value: string, limit: number, onChange: (value: string) => void) => (
    <>
      <View>{label}</View>
      <Input
        id={id}
        className="field"
        value={value}
        maxlength={limit}
        placeholder={label}
        onInput={event => onChange(event.detail.value)}
        {...a11y({ label })}
      />
    </>
  )
  return (
    <View className="desk-form">
      <Section title="安排会议">
        <Choice id="meeting-kind" label="哪一种" value={kind} options={KINDS} onChange={setKind} />
        {text('meeting-title', '主题（可以不写）', title, 60, setTitle)}
        <WhenField id="meeting-day" kind="date" label="哪一天" value={day} onChange={setDay} />
        <WhenField id="meeting-time" kind="time" label="几点" value={time} onChange={setTime} />
        {text('meeting-place', '地点（可以不写）', place, 60, setPlace)}
        <Said said={said} />
        <Button id="arrange" look="main" disabled={busy} onPress={() => void arrange()}>
          安排好了
        </Button>
      </Section>
    </View>
  )
}
