import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MemberWeeks } from '@domain/contract/branch-report'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Dialog } from '@/components/dialog'
import { Section } from '@/components/section'
import { reportApi } from '@/api/branch'
import { authorised } from '@/stores/session'
import { Said, useSaid } from '../said'

interface Props {
  branch: string
  id: string
  member: MemberWeeks
  onDone: () => void
}

const REASONS = ['换了手机或微信', '绑错了人', '本人要求'].map(text => ({ value: text, text }))

/** 解除绑定: the member can bind another phone afterwards. */
export function Unbind({ branch, id, member, onDone }: Props) {
  const { said, busy, attempt } = useSaid()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState(REASONS[0]!.value)
  const unbind = async () => {
    setAsking(false)
    const done = await attempt(
      () => reportApi(authorised, branch).unbind(id, reason),
      `已经解除。请${member.name}用邀请码重新绑定；手机号换了的，先在“名册”里填新的后四位`,
    )
    if (done) onDone()
  }
  return (
    <>
      <Said said={said} />
      <View>
        {member.bound && (
          <Section title="绑定的手机">
            <View className="desk-note">换了手机或微信、绑错了人，先解除，再请本人重新绑定。</View>
            <Choice id="unbind-why" label="为什么解除" value={reason} options={REASONS} onChange={setReason} />
            <View className="desk-actions">
              <Button id="unbind" disabled={busy} onPress={() => setAsking(true)}>
                解除绑定
              </Button>
            </View>
          </Section>
        )}
      </View>
      <Dialog
        open={asking}
        title={`解除${member.name}绑定的手机？`}
        confirm="解除绑定"
        onConfirm={() => void unbind()}
        onCancel={() => setAsking(false)}
      >
        那部手机马上退出登录，以后不再上传；已有的学习记录不变。会记进操作记录，写明“{reason}”。
      </Dialog>
    </>
  )
}
