import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { LEAVE_NOTE_LIMIT, LEAVE_REASONS, type LeaveReason, leaveWord } from '@domain/contract/meeting-record'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Picks } from '@/components/picks'
import { Section } from '@/components/section'
import { meetingApi } from '@/api/meetings'
import { authorised } from '@/stores/session'
import { Said, useSaid } from '@/layout/states/said'
import type { ByHandProps } from './attendance'

const REASONS = (Object.keys(LEAVE_REASONS) as LeaveReason[]).map(value => ({ value, text: LEAVE_REASONS[value] }))

/** Who asked for leave, with a reason from a short list: nobody has to explain an illness. */
export function OnLeave({ branch, meeting, rows, onChanged }: ByHandProps) {
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<string[]>([])
  const [reason, setReason] = useState<LeaveReason>('health')
  const [note, setNote] = useState('')
  const { said, busy, attempt } = useSaid()
  const api = meetingApi(authorised, branch)
  const missing = rows.filter(row => !row.present && !row.leave)
  const away = rows.filter(row => row.leave)
  const act = async (doing: () => Promise<unknown>, done: string) => {
    if (await attempt(doing, done)) {
      setChosen([])
      setNote('')
    }
    await onChanged()
  }
  const leave = { reason, ...(note.trim() && { note: note.trim() }) }
  return (
    <View className="desk-form">
      <Said said={said} />
      <Button id="on-leave" onPress={() => setOpen(!open)}>
        {open ? '收起' : '有人请假：记下来'}
      </Button>
      <View>
        {open && (
          <Section title="请假">
            <Picks
              id="away"
              label="哪几位请假"
              values={chosen}
              options={missing.map(row => ({ value: row.member, text: row.name }))}
              onChange={setChosen}
            />
            <View>
              {missing.length === 0 && (
                <View className="desk-note">
                  名单上的人都到了，或者已经请了假。名单是开会那时在名册上的人；后来才写进名册的，那次会不用请假。
                </View>
              )}
            </View>
            <View>因为什么</View>
            <Choice id="leave-reason" label="因为什么" value={reason} options={REASONS} onChange={setReason} />
            <Input
              id="leave-note"
              className="field"
              value={note}
              maxlength={LEAVE_NOTE_LIMIT}
              placeholder="补一句（可以不写）"
              onInput={event => setNote(event.detail.value)}
              {...a11y({ label: '补一句' })}
            />
            <View className="desk-note">原因只有本支部书记和他本人看得到，不进月报，也不印在导出的签到表上。</View>
            <Button
              id="leave-mark"
              disabled={chosen.length === 0 || busy}
              onPress={() => void act(() => api.leave(meeting, chosen, leave), `已经记下 ${chosen.length} 位请假`)}
            >
              记请假
            </Button>
            {away.map(row => (
              <Button
                key={row.member}
                id={`unleave-${row.member}`}
                look="plain"
                onPress={() => void act(() => api.endLeave(meeting, row.member), `已经撤销${row.name}的请假`)}
              >
                撤销{row.name}（{leaveWord(row.leave!)}）
              </Button>
            ))}
          </Section>
        )}
      </View>
    </View>
  )
}
