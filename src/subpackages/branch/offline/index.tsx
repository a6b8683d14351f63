import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { addDays, weekStart } from '@domain/time/day'
import { OFFLINE_DAYS_BACK, RECORDED_ALREADY } from '@domain/contract/limits'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Dialog } from '@/components/dialog'
import { Section } from '@/components/section'
import { WhenField } from '@/components/when-field'
import { offlineApi, reportApi } from '@/api/branch'
import { ApiError } from '@/api/client'
import { idempotentSender } from '@/api/idempotency-key'
import { useFormDraft } from '@/hooks/form-draft'
import { today } from '@/platform/phone/clock'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { Desk, type DeskOf } from '../desk'
import { BranchLoaded } from '../loaded'
import { Resumed } from '@/layout/states/resumed'
import { Said, useSaid } from '@/layout/states/said'
import { Records } from './records'
import { Who } from './who'

const MINUTES = [30, 45, 60, 90, 120].map(value => ({ value, text: `${value} 分钟` }))
const TOGETHER = '集体学习'
const REASONS = ['没有智能手机', '眼睛不便', '住院或卧床', TOGETHER, '其他'].map(value => ({ value, text: value }))

/** 线下学习: study of members without a phone, written down with a reason. */
export default function OfflinePage() {
  return <Desk title="线下学习">{desk => <Offline key={desk.branch} {...desk} />}</Desk>
}

function Offline({ branch }: DeskOf) {
  const records = useQuery(`offline-${branch}`, offlineApi(authorised, branch).list)
  return (
    <View className="desk-form">
      <Form branch={branch} onRecorded={() => void records.reload()} />
      <BranchLoaded of={records}>
        {list => <Records branch={branch} records={list} onRemoved={() => void records.reload()} />}
      </BranchLoaded>
    </View>
  )
}

interface FormProps {
  branch: string
  onRecorded: () => void
}

function Form({ branch, onRecorded }: FormProps) {
  const day = today()
  const draft = useFormDraft(`offline ${branch}`, {
    on: day,
    minutes: 60,
    what: '',
    reason: '没有智能手机',
    other: '',
    picked: [] as string[],
  })
  const { change } = draft
  const { on, minutes, what, reason, other, picked } = draft.it
  // Who was in the branch in the week of that day: somebody may have moved since. A browser's field lets days be typed.
  const first = addDays(day, -OFFLINE_DAYS_BACK)
  const week = weekStart(on < first ? first : on > day ? day : on)
  const members = useQuery(`week-${branch}-${week}`, () => reportApi(authorised, branch).week(week))
  const rows = members.status === 'ready' ? members.value.rows : []
  const chosen = picked.filter(it => rows.some(row => row.member === it))
  const [send] = useState(idempotentSender)
  const { said, busy, attempt, say } = useSaid()
  const why = reason === '其他' ? other.trim() : reason
  const ready = chosen.length > 0 && what.trim() !== '' && why.length >= 2 && !busy
  const [asked, setAsked] = useState<string>()
  const record = async (again?: true) => {
    const entry = { day: on, minutes, what: what.trim(), reason: why, ...(again && { again }) }
    let taken = false
    let forgotten = false
    setAsked(undefined)
    await attempt(async () => {
      try {
        await send(key => offlineApi(authorised, branch).record(chosen, { ...entry, ...key }))
        taken = true
        forgotten = await draft.forget()
      } catch (error) {
        if (!(error instanceof ApiError && error.code === RECORDED_ALREADY)) throw error
        setAsked(error.message)
      }
    })
    // After a failure too: it may have been written down all the same.
    onRecorded()
    if (!taken) return
    const left = forgotten ? '' : '。手机没能清掉填过的，下次打开要是还在，点“不要这份”就行'
    say({ good: true, words: `✓ 已经给 ${chosen.length} 位党员记上${left}` })
  }
  return (
    <Section title="补记一次" aside={`最近 ${OFFLINE_DAYS_BACK} 天的都可以补`}>
      <Resumed draft={draft} />
      <WhenField
        id="offline-day"
        kind="date"
        label="哪一天"
        value={on}
        min={first}
        max={day}
        onChange={value => change({ on: value })}
      />
      <View>哪几位党员</View>
      <BranchLoaded of={members}>
        {({ rows: all }) => (
          <Who
            rows={all}
            now={week === weekStart(day)}
            together={reason === TOGETHER}
            values={chosen}
            onChange={value => change({ picked: value })}
          />
        )}
      </BranchLoaded>
      <View>学了多久</View>
      <Choice
        id="offline-minutes"
        label="学了多久"
        value={minutes}
        options={MINUTES}
        onChange={value => change({ minutes: value })}
      />
      <View>学了什么</View>
      <Input
        id="offline-what"
        className="field"
        value={what}
        maxlength={100}
        placeholder="例如 集体读《长征》专题"
        onInput={event => change({ what: event.detail.value })}
        {...a11y({ label: '学了什么' })}
      />
      <View>为什么由书记补记</View>
      <Choice
        id="offline-reason"
        label="为什么补记"
        value={reason}
        options={REASONS}
        onChange={value => change({ reason: value })}
      />
      {reason === '其他' && (
        <Input
          id="offline-other"
          className="field"
          value={other}
          maxlength={200}
          placeholder="写明原因"
          onInput={event => change({ other: event.detail.value })}
          {...a11y({ label: '补记的原因' })}
        />
      )}
      <Said said={said} />
      <Button id="offline-record" look="main" disabled={!ready} onPress={() => void record()}>
        记上
      </Button>
      <View>
        <Dialog
          open={asked !== undefined}
          title="那一天已经记过"
          confirm="再记一次"
          onConfirm={() => void record(true)}
          onCancel={() => setAsked(undefined)}
        >
          {asked}
        </Dialog>
      </View>
      <View className="desk-note">记上就算学了一天，不算积分。谁记的、为什么记，都留在操作记录里。</View>
    </Section>
  )
}
