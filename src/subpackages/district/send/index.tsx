import { View } from '@tarojs/components'
import { useState } from 'react'
import {
  dueOf,
  NOTE_LIMIT,
  TITLE_LIMIT,
  usualDue,
  usualTitle,
  weekItems,
  withToggled,
} from '@domain/branch/assignment-lines'
import type { Schedule } from '@domain/catalog/calendar'
import { type Theme, themesOf } from '@domain/branch/theme-day'
import type { CoursesFile } from '@domain/catalog/courses'
import type { Catalog } from '@domain/catalog/types'
import { ASSIGNMENT_LIMIT, DUE_DAYS_AHEAD } from '@domain/contract/assignment-items'
import type { BranchName } from '@domain/contract/sent-down'
import type { SentKind } from '@domain/contract/sent-kinds'
import { addDays } from '@domain/time/day'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Section } from '@/components/section'
import { WhenField } from '@/components/when-field'
import { Line, Words } from '@/components/words-field'
import { idempotentSender } from '@/api/idempotency-key'
import { oversightApi } from '@/api/oversight'
import { readCatalog, readCourses, readSchedule } from '@/feed/feed'
import { useFormDraft } from '@/hooks/form-draft'
import { useQuery } from '@/hooks/query'
import { Resumed } from '@/layout/states/resumed'
import { Said, useSaid } from '@/layout/states/said'
import { ChosenItems } from '@/layout/study/chosen-items'
import { Offers } from '@/layout/study/study-offers'
import { replace, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { authorised } from '@/stores/session'
import { type Admin, AdminPage } from '../admin-page'
import { OrgLoaded } from '../loaded'
import { Note } from '../note'
import { Branches } from './branches'
import { Themes } from './themes'
import '../act.scss'

const KINDS: { value: SentKind; text: string }[] = [
  { value: 'task', text: '一项任务' },
  { value: 'theme', text: '主题党日的主题' },
]

/** What is learnt with a theme. */
const itemsOf = ({ articles, episodes }: Theme) => [...articles, ...episodes].slice(0, ASSIGNMENT_LIMIT)

/** 下发: a task or a theme, to all branches or to chosen ones. */
export default function SendPage() {
  return <AdminPage title="发给支部">{admin => <Loaded key={admin.org} {...admin} />}</AdminPage>
}

function Loaded({ org, own }: Admin) {
  const read = useQuery(`send-${org}`, async () => ({
    catalog: await readCatalog(),
    schedule: await readSchedule(),
    courses: await readCourses(),
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
  courses: CoursesFile
  branches: readonly BranchName[]
}

interface Fields {
  kind: SentKind
  /** Undefined is called by what is chosen. */
  title?: string
  note: string
  due: string
  items: string[]
  chosen: readonly string[] | 'all'
}

function Form({ org, catalog, schedule, courses, branches }: Props) {
  const day = today()
  const draft = useFormDraft<Fields>(`send ${org}`, {
    kind: 'task',
    note: '',
    due: usualDue(day),
    items: [],
    chosen: 'all',
  })
  const { change } = draft
  const { kind, title: typed, note, items, chosen } = draft.it
  const due = dueOf(draft.it.due, day)
  const [send] = useState(idempotentSender)
  const { said, busy, attempt } = useSaid()
  const toggle = (item: string) => change({ items: withToggled(items, item) })
  // Until it is called otherwise it is called by what is chosen.
  const title = typed ?? (items.length > 0 ? usualTitle(catalog, weekItems(schedule, day), items) : '')
  const take = (theme: Theme) => {
    change({ title: theme.title, items: itemsOf(theme) })
  }
  const count = chosen === 'all' ? branches.length : chosen.length
  const ready = title.trim() !== '' && count > 0 && (kind === 'theme' || items.length > 0)
  const go = () =>
    attempt(async () => {
      const what = { kind, title: title.trim(), due, items, branches: chosen === 'all' ? chosen : [...chosen] }
      const told = note.trim() ? { note: note.trim() } : {}
      const { id } = await send(form => oversightApi(authorised, org).send({ ...what, ...told, ...form }))
      await draft.forget()
      replace(routes.district('sent', { org, id }))
    })
  return (
    <View className="district-form">
      <Resumed draft={draft} />
      <Choice id="send-kind" label="发什么" value={kind} options={KINDS} onChange={to => change({ kind: to })} />
      <Themes themes={themesOf(schedule, courses, day)} title={title} onTake={take} />
      <Section title={kind === 'task' ? '任务' : '主题'}>
        <Line
          id="send-title"
          title="叫什么"
          hint={kind === 'task' ? '例如 这个月一起读的' : '例如 身边的红色地名'}
          value={title}
          limit={TITLE_LIMIT}
          onInput={value => change({ title: value })}
        />
        <WhenField
          id="send-due"
          kind="date"
          label={kind === 'task' ? '最后一天' : '在哪一天以前办'}
          value={due}
          min={day}
          max={addDays(day, DUE_DAYS_AHEAD)}
          onChange={value => change({ due: value })}
        />
        <Words
          id="send-note"
          title="想说的话（可以不写）"
          hint="例如 结合本支部的实际，不用都一样"
          value={note}
          limit={NOTE_LIMIT}
          onInput={value => change({ note: value })}
        />
      </Section>
      <Offers catalog={catalog} schedule={schedule} chosen={items} onToggle={toggle} />
      <ChosenItems
        catalog={catalog}
        items={items}
        onToggle={toggle}
        aside={`${items.length} 项`}
        none={<Note>{kind === 'theme' ? '主题可以不带学的内容。' : '上面点一下就选上。'}</Note>}
      />
      <Branches branches={branches} chosen={chosen} onChange={to => change({ chosen: to })} />
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
