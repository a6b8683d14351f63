import { Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import type { NeedyBranch } from '@domain/contract/branch-needs'
import { CONTACT_DAYS } from '@domain/district/branch-needs'
import { addDays } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Sheet } from '@/components/sheet'
import { WhenField } from '@/components/when-field'
import { idempotentSender } from '@/api/idempotency-key'
import { oversightApi } from '@/api/oversight'
import { useFormDraft } from '@/hooks/form-draft'
import { Resumed } from '@/layout/states/resumed'
import { Said, useSaid } from '@/layout/states/said'
import { open, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { authorised } from '@/stores/session'
import { Note } from '../note'
import '../act.scss'

interface Props {
  org: string
  branch: NeedyBranch
  onClose: () => void
  onDone: () => void
}

/** 已联系: on which day, and what was said. */
export function ContactSheet({ org, branch, onClose, onDone }: Props) {
  const draft = useFormDraft(`contact ${branch.org}`, { day: today(), note: '' })
  const { day, note } = draft.it
  const [send] = useState(idempotentSender)
  const { said, busy, attempt } = useSaid()
  const save = async () => {
    const contact = { branch: branch.org, day, note: note.trim() }
    await attempt(async () => {
      await send(form => oversightApi(authorised, org).contact({ ...contact, ...form }))
      await draft.forget()
      onClose()
      onDone()
    })
  }
  const { contact } = branch
  return (
    <Sheet open title={branch.name} kind="联系支部" onClose={onClose}>
      <Resumed draft={draft} />
      <View>
        {contact && (
          <Note>{`${formatDay(contact.day)}${contact.by ? `由${contact.by}` : ''}联系过：${contact.note}`}</Note>
        )}
      </View>
      <WhenField
        id="contact-day"
        kind="date"
        label="哪一天联系的"
        value={day}
        min={addDays(today(), -CONTACT_DAYS)}
        max={today()}
        onChange={value => draft.change({ day: value })}
      />
      <View>说了什么，怎么办</View>
      <Textarea
        id="contact-note"
        className="note-words"
        value={note}
        maxlength={200}
        placeholder="例如 和书记通了电话，这个星期补报"
        autoHeight
        onInput={event => draft.change({ note: event.detail.value })}
        {...a11y({ label: '说了什么，怎么办' })}
      />
      <Said said={said} />
      <View className="district-act">
        <Button id="contact-save" look="main" disabled={busy || note.trim().length < 2} onPress={() => void save()}>
          记下已联系
        </Button>
        <Button id="to-branch" onPress={() => open(routes.district('org', { org: branch.org }))}>
          看这个支部
        </Button>
      </View>
    </Sheet>
  )
}
