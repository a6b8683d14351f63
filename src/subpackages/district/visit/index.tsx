import { Textarea, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Visit, VisitChange } from '@domain/contract/visits'
import { FINDINGS_LIMIT, PUT_RIGHT_DAYS, VISIT_STATES, visitProblem, visitState } from '@domain/district/visits'
import { addDays } from '@domain/time/day'
import { formatFullDay } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { WhenField } from '@/components/when-field'
import { oversightApi } from '@/api/oversight'
import { useQuery } from '@/hooks/query'
import { useFormDraft } from '@/hooks/form-draft'
import { Resumed } from '@/layout/states/resumed'
import { Said, useSaid } from '@/layout/states/said'
import { back } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { authorised } from '@/stores/session'
import { type Admin, AdminPage } from '../admin-page'
import { OrgLoaded } from '../loaded'
import { Note } from '../note'
import '../act.scss'

/** One visit: when, what was found, by when it is put right, closed. */
export default function VisitPage() {
  return <AdminPage title="抽查支部">{admin => <One {...admin} />}</AdminPage>
}

function One({ org, own }: Admin) {
  const { id = '' } = useRouter().params
  const read = useQuery(`visit-${org}-${id}`, () => oversightApi(authorised, org).visit(id))
  return (
    <OrgLoaded of={read} own={own}>
      {visit => <Form key={visit.revision} org={org} visit={visit} />}
    </OrgLoaded>
  )
}

function Form({ org, visit }: { org: string; visit: Visit }) {
  const now = today()
  const { id, name, reason, drawn, revision, ...written } = visit
  const draft = useFormDraft<Omit<VisitChange, 'revision' | 'closed'>>(`visit ${id}`, {
    ...{ day: written.day, findings: written.findings, due: written.due, outcome: written.outcome },
  })
  const { it, change } = draft
  const [closed, setClosed] = useState(written.closed)
  const [tried, setTried] = useState(false)
  const { said, busy, attempt } = useSaid()
  const texts = { findings: it.findings?.trim() || undefined, outcome: it.outcome?.trim() || undefined }
  const ready = { ...it, ...texts, closed }
  const wrong = visitProblem({ ...ready, drawn }, now)
  const save = async (to: string | undefined) => {
    setTried(true)
    const next = { ...ready, closed: to }
    if (visitProblem({ ...next, drawn }, now)) return setClosed(to)
    await attempt(async () => {
      await oversightApi(authorised, org).writeVisit(id, { ...next, revision })
      await draft.forget()
      back()
    })
  }
  return (
    <View className="district-form">
      <Resumed draft={draft} />
      <Section title={name} aside={VISIT_STATES[visitState(written, now)]}>
        <Note>{`${formatFullDay(drawn)}抽到。原因：${reason}`}</Note>
        <WhenField
          id="visit-day"
          kind="date"
          label="哪一天去的"
          value={it.day ?? ''}
          min={drawn}
          max={now}
          onChange={day => change({ day })}
        />
        <Words id="visit-findings" title="看到了什么" value={it.findings} onInput={findings => change({ findings })} />
        <WhenField
          id="visit-due"
          kind="date"
          label="什么时候以前改好（没有要改的不填）"
          value={it.due ?? ''}
          min={it.day ?? drawn}
          max={addDays(it.day ?? now, PUT_RIGHT_DAYS)}
          onChange={due => change({ due })}
        />
      </Section>
      <View>
        {written.day !== undefined && (
          <Section title="改好了">
            <Words
              id="visit-outcome"
              title="改成了什么样"
              value={it.outcome}
              onInput={outcome => change({ outcome })}
            />
          </Section>
        )}
      </View>
      <View>{tried && wrong && <Notice tone="warning">{wrong}</Notice>}</View>
      <Said said={said} />
      <View className="district-act">
        <Button
          id="visit-save"
          look={written.day === undefined ? 'main' : 'quiet'}
          disabled={busy}
          onPress={() => void save(closed)}
        >
          记下
        </Button>
        {written.day !== undefined && written.closed === undefined && (
          <Button id="visit-close" look="main" disabled={busy} onPress={() => void save(now)}>
            办结
          </Button>
        )}
        {written.closed !== undefined && (
          <Button id="visit-reopen" look="plain" disabled={busy} onPress={() => void save(undefined)}>
            撤回办结
          </Button>
        )}
      </View>
      <Note>去过以后，支部的书记看得到这里写的。每改一次都记进操作记录。</Note>
    </View>
  )
}

interface WordsProps {
  id: string
  title: string
  value: string | undefined
  onInput: (value: string) => void
}

function Words({ id, title, value, onInput }: WordsProps) {
  return (
    <>
      <View>{title}</View>
      <Textarea
        id={id}
        className="note-words"
        value={value ?? ''}
        maxlength={FINDINGS_LIMIT}
        placeholder={title}
        autoHeight
        onInput={event => onInput(event.detail.value)}
        {...a11y({ label: title })}
      />
    </>
  )
}
