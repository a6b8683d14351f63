import { Textarea, View } from '@tarojs/components'
import { useState } from 'react'
import { rebase } from '@domain/branch/record-draft'
import type { Catalog } from '@domain/catalog/types'
import { HOURS_MAX, MINUTES_LIMIT, recordOf } from '@domain/contract/meeting-record'
import type { MeetingEdit, MeetingDetail } from '@domain/contract/meetings'
import { daysLater } from '@domain/time/moment'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { WhenField } from '@/components/when-field'
import { ApiError } from '@/api/client'
import { meetingApi } from '@/api/meetings'
import { backOr, routes } from '@/navigation'
import { now } from '@/platform/phone/clock'
import { DRAFT_DAYS } from '@/stores/draft-limits'
import { useRecordDrafts } from '@/stores/record-drafts'
import { authorised } from '@/stores/session'
import { Line } from '../line'
import { groupOptions } from '../meetings/arrange'
import { Said, useSaid } from '@/layout/states/said'
import { Elsewhere } from './elsewhere'
import { Studied } from './studied'
import { Who } from './who'
import './form.scss'

interface Props {
  branch: string
  /** What the kind of meeting is called. */
  title: string
  detail: MeetingDetail
  catalog: Catalog
  /** It was edited elsewhere: reads it anew. */
  onConflict: () => void
}

const HOURS = [0, 0.5, 1, 1.5, 2, 3, 4, HOURS_MAX].map(value => ({ value, text: String(value) }))

export function RecordForm({ branch, title, detail, catalog, onConflict }: Props) {
  const { id } = detail.meeting
  const draft = useRecordDrafts.getState().entries[id]
  const record = recordOf(detail)
  const stored: MeetingEdit = { ...record, edits: detail.edits }
  const other = draft && draft.edit.edits !== detail.edits
  const [begun] = useState(() => ({
    had: draft !== undefined,
    ...(other ? rebase(draft.base, draft.edit, record) : { record: draft?.edit ?? record, clashes: undefined }),
    base: (!other && draft?.base) || record,
  }))
  const [edit, setEdit] = useState<MeetingEdit>({ ...begun.record, edits: detail.edits })
  const { said, busy, attempt } = useSaid()
  const keep = useRecordDrafts(state => state.keep)
  const change = (fields: Partial<MeetingEdit>) => {
    const next = { ...edit, ...fields }
    setEdit(next)
    void keep(id, { edit: next, base: begun.base, until: new Date(daysLater(now(), DRAFT_DAYS)).toISOString() })
  }
  const forget = () => {
    setEdit(stored)
    void keep(id, undefined)
  }
  const save = () =>
    attempt(async () => {
      const { place, minutes, group, ...rest } = edit
      const texts = { place: place?.trim(), minutes: minutes?.trim(), group }
      const written = Object.fromEntries(Object.entries(texts).filter(([, text]) => text))
      const sent = { ...rest, title: edit.title.trim() || title, ...written }
      await meetingApi(authorised, branch)
        .edit(id, sent)
        .catch((error: Error) => {
          if (error instanceof ApiError && error.code === 'changed') onConflict()
          throw error
        })
      await keep(id, undefined)
      // Opened anew there is nothing to go back to but the meeting.
      backOr(routes.desk('meeting', { org: branch, id }))
    })
  const { minutes = '' } = edit
  return (
    <View className="desk-form">
      {begun.had && !begun.clashes && (
        <Notice>
          这是上次写了还没保存的。
          <Button id="draft-drop" look="plain" onPress={forget}>
            不要了，看原来的
          </Button>
        </Notice>
      )}
      {begun.clashes && <Elsewhere detail={detail} clashes={begun.clashes} onDrop={forget} />}
      <Section title={title}>
        <Line id="record-title" title="主题" value={edit.title} onInput={value => change({ title: value })} />
        <Who
          id="record-chair"
          label="主持人"
          rows={detail.rows}
          value={edit.chair}
          onChange={chair => change({ chair })}
        />
        <Who
          id="record-recorder"
          label="记录人"
          rows={detail.rows}
          value={edit.recorder}
          onChange={recorder => change({ recorder })}
        />
        <View>到会的每人记几学时</View>
        <Choice
          id="record-hours"
          label="学时"
          value={edit.hours}
          options={HOURS}
          onChange={hours => change({ hours })}
        />
      </Section>
      <Section title="会议记录" aside={`${minutes.length} / ${MINUTES_LIMIT} 字`}>
        <Textarea
          id="record-minutes"
          className="note-words record-minutes"
          value={minutes}
          maxlength={MINUTES_LIMIT}
          placeholder="议了什么，定了什么，谁来办"
          autoHeight
          onInput={event => change({ minutes: event.detail.value })}
          {...a11y({ label: '会议记录' })}
        />
        <View className="desk-note">写的每个字都先存在这部手机上，关掉再开也在；保存以后才进支部的记录。</View>
      </Section>
      <Studied catalog={catalog} links={edit.links} onChange={links => change({ links })} />
      <Section title="时间和地点">
        <WhenField id="record-day" kind="date" label="哪一天" value={edit.day} onChange={day => change({ day })} />
        <WhenField id="record-time" kind="time" label="几点" value={edit.time} onChange={time => change({ time })} />
        <Line id="record-place" title="地点" value={edit.place ?? ''} onInput={place => change({ place })} />
        <View>
          {detail.meeting.kind === 'group' && detail.posts.groups.length > 0 && (
            <Choice
              id="record-group"
              label="哪个党小组"
              value={edit.group ?? ''}
              options={groupOptions(detail.posts.groups)}
              onChange={group => change({ group })}
            />
          )}
        </View>
      </Section>
      <Said said={said} />
      <Button id="record-save" look="main" disabled={busy} onPress={() => void save()}>
        保存
      </Button>
      <View className="desk-note">改了哪几项、谁改的、什么时候，都记进操作记录。</View>
    </View>
  )
}
