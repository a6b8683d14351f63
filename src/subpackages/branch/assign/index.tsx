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
import { ASSIGNMENT_LIMIT, DUE_DAYS_AHEAD } from '@domain/contract/assignment-items'
import type { Schedule } from '@domain/catalog/calendar'
import type { Catalog } from '@domain/catalog/types'
import { addDays } from '@domain/time/day'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { Section } from '@/components/section'
import { WhenField } from '@/components/when-field'
import { Line, Words } from '@/components/words-field'
import { assignmentApi } from '@/api/assignments'
import { idempotentSender } from '@/api/idempotency-key'
import { readCatalog, readWeek } from '@/feed/feed'
import { replace, routes } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { useFormDraft } from '@/hooks/form-draft'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { Resumed } from '@/layout/states/resumed'
import { Said, useSaid } from '@/layout/states/said'
import { ChosenItems } from '@/layout/study/chosen-items'
import { Offers } from '@/layout/study/study-offers'

const readBoth = async () => ({ catalog: await readCatalog(), schedule: await readWeek(today()) })

/** 布置任务: this week's theme first, anything by its title after, and a day. */
export default function AssignPage() {
  return <Desk title="布置任务">{desk => <Assign key={desk.branch} {...desk} />}</Desk>
}

function Assign(desk: DeskOf) {
  const feed = useQuery('assign', readBoth)
  return (
    <View className="desk-form">
      {feed.status === 'loading' && <Empty title="正在读取…" />}
      {feed.status === 'failed' && <Failed {...feed} />}
      {feed.status === 'ready' && <Form {...desk} {...feed.value} />}
    </View>
  )
}

interface Fields {
  items: string[]
  /** Undefined is the usual one. */
  title?: string
  note: string
  due: string
}

function Form({ branch, catalog, schedule }: DeskOf & { catalog: Catalog; schedule: Schedule }) {
  const day = today()
  const draft = useFormDraft<Fields>(`assign ${branch}`, { items: [], note: '', due: usualDue(day) })
  const { items, title: typed, note } = draft.it
  const title = typed ?? usualTitle(catalog, weekItems(schedule, day), items)
  const due = dueOf(draft.it.due, day)
  const [send] = useState(idempotentSender)
  const { said, busy, attempt } = useSaid()
  const toggle = (item: string) => draft.change({ items: withToggled(items, item) })
  const ready = items.length > 0 && title.trim() !== '' && !busy
  const assign = () =>
    attempt(async () => {
      const asked = { title: title.trim(), ...(note.trim() && { note: note.trim() }), due, items }
      const { id } = await send(key => assignmentApi(authorised, branch).assign({ ...asked, ...key }))
      await draft.forget()
      replace(routes.desk('assignment', { org: branch, id }))
    })
  return (
    <>
      <Resumed draft={draft} />
      <Offers catalog={catalog} schedule={schedule} chosen={items} onToggle={toggle} />
      <ChosenItems
        catalog={catalog}
        items={items}
        onToggle={toggle}
        aside={`${items.length} 项，最多 ${ASSIGNMENT_LIMIT} 项`}
        none={<View className="desk-note">还没有选。上面点一下就选上。</View>}
      />
      <Section title="怎么说">
        <Line
          id="assign-title"
          title="任务名称"
          value={title}
          limit={TITLE_LIMIT}
          onInput={value => draft.change({ title: value })}
        />
        <WhenField
          id="assign-due"
          kind="date"
          label="最后一天"
          value={due}
          min={day}
          max={addDays(day, DUE_DAYS_AHEAD)}
          onChange={value => draft.change({ due: value })}
        />
        <Words
          id="assign-note"
          title="想说的话（可以不写）"
          hint="例如 周五前读完，周末支部一起聊"
          value={note}
          limit={NOTE_LIMIT}
          onInput={value => draft.change({ note: value })}
        />
      </Section>
      <Said said={said} />
      <Button id="assign" look="main" disabled={!ready} onPress={() => void assign()}>
        布置下去
      </Button>
      <View className="desk-note">
        {due === day ? '今天截止，今天学的算完成' : '从明天起学的算完成'}
        ，由党员的手机自报；任务不另外计分。不用手机的党员不用等，线下学习里补记就行。
      </View>
    </>
  )
}
