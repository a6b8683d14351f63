import { Input, Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import { assignmentLine, TITLE_LIMIT, usualDue } from '@domain/branch/assignment-lines'
import type { Schedule } from '@domain/catalog/calendar'
import type { Catalog } from '@domain/catalog/types'
import { ASSIGNMENT_LIMIT, DUE_DAYS_AHEAD } from '@domain/contract/assignment-items'
import type { BranchName } from '@domain/contract/sent-down'
import type { SentKind } from '@domain/contract/sent-kinds'
import { addDays } from '@domain/time/day'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Section } from '@/components/section'
import { WhenField } from '@/components/when-field'
import { idempotentSender } from '@/api/idempotency-key'
import { oversightApi } from '@/api/oversight'
import { readCatalog, readSchedule } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { Said, useSaid } from '@/layout/said'
import { ItemLine } from '@/layout/study-item-line'
import { Offers } from '@/layout/study-offers'
import { replace, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { authorised } from '@/stores/session'
import { type Admin, AdminPage } from '../admin-page'
import { OrgLoaded } from '../loaded'
import { Note } from '../note'
import { Branches } from './branches'
import '../act.scss'

const KINDS: { value: SentKind; text: string }[] = [
  { value: 'task', text: '一项任务' },
  { value: 'theme', text: '主题党日的主题' },
]

/** 下发: a task or a theme, to all branches or to chosen ones. */
export default function SendPage() {
  return <AdminPage title="发给支部">{admin => <Loaded key={admin.org} {...admin} />}</AdminPage>
}

function Loaded({ org, own }: Admin) {
  const read = useQuery(`send-${org}`, async () => ({
    catalog: await readCatalog(),
    schedule: await readSchedule(),
    branches: await oversightApi(authorised, org).branches(),
  }))
  return (
    <OrgLoaded of={read} own={own}>
      {value => <Form org={org} {...value} />}
    </OrgLoaded>
  )
}

interface Props {
  org: string
  catalog: Catalog
  schedule: Schedule
  branches: readonly BranchName[]
}

function Form({ org, catalog, schedule, branches }: Props) {
  const day = today()
  const [kind, setKind] = useState<SentKind>('task')
  const [title, setTitle] = useState('')
  const [note, setNote] = useState('')
  const [due, setDue] = useState(usualDue(day))
  const [items, setItems] = useState<string[]>([])
  const [chosen, setChosen] = useState<readonly string[] | 'all'>('all')
  const [send] = useState(idempotentSender)
  const { said, busy, attempt } = useSaid()
  const toggle = (item: string) =>
    setItems(now => (now.includes(item) ? now.filter(it => it !== item) : [...now, item].slice(0, ASSIGNMENT_LIMIT)))
  const count = chosen === 'all' ? branches.length : chosen.length
  const ready = title.trim() !== '' && count > 0 && (kind === 'theme' || items.length > 0)
  const go = () =>
    attempt(async () => {
      const what = { kind, title: title.trim(), due, items, branches: chosen === 'all' ? chosen : [...chosen] }
      const told = note.trim() ? { note: note.trim() } : {}
      const { id } = await send(form => oversightApi(authorised, org).send({ ...what, ...told, ...form }))
      replace(routes.district('sent', { org, id }))
    })
  return (
    <View className="district-form">
      <Choice id="send-kind" label="发什么" value={kind} options={KINDS} onChange={setKind} />
      <Section title={kind === 'task' ? '任务' : '主题'}>
        <Input
          id="send-title"
          className="field"
          value={title}
          maxlength={TITLE_LIMIT}
          placeholder={kind === 'task' ? '叫什么，例如 这个月一起读的' : '例如 身边的红色地名'}
          onInput={event => setTitle(event.detail.value)}
          {...a11y({ label: '叫什么' })}
        />
        <WhenField
          id="send-due"
          kind="date"
          label={kind === 'task' ? '最后一天' : '在哪一天以前办'}
          value={due}
          min={day}
          max={addDays(day, DUE_DAYS_AHEAD)}
          onChange={setDue}
        />
        <View>想说的话（可以不写）</View>
        <Textarea
          id="send-note"
          className="note-words"
          value={note}
          maxlength={200}
          placeholder="例如 结合本支部的实际，不用都一样"
          autoHeight
          onInput={event => setNote(event.detail.value)}
          {...a11y({ label: '想说的话' })}
        />
      </Section>
      <Offers catalog={catalog} schedule={schedule} chosen={items} onToggle={toggle} />
      <Section title="选好的" aside={`${items.length} 项`}>
        <View>
          {items.length === 0 && <Note>{kind === 'theme' ? '主题可以不带学的内容。' : '上面点一下就选上。'}</Note>}
        </View>
        <View>
          {items.map(item => {
            const line = assignmentLine(catalog, item)
            return (
              line && <ItemLine key={item} id={`chosen-${item}`} line={line} chosen onToggle={() => toggle(item)} />
            )
          })}
        </View>
      </Section>
      <Branches branches={branches} chosen={chosen} onChange={setChosen} />
      <Said said={said} />
      <View className="district-act">
        <Button id="send" look="main" disabled={busy || !ready} onPress={() => void go()}>
          发给 {count} 个支部
        </Button>
      </View>
      <Note>
        {kind === 'task'
          ? '党员在“支部任务”里看得到，由手机自报完成；您只看得到每个支部完成几人，不足 5 人的不显示。'
          : '书记在“会议”里看得到，安排主题党日时一点就用；您看得到哪些支部开过。'}
      </Note>
    </View>
  )
}
