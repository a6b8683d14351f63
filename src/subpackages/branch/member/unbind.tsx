import { View } from '@tarojs/components'
import { useState } from 'react'
import type { MemberWeeks } from '@domain/contract/branch-report'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Dialog } from '@/components/dialog'
import { Section } from '@/components/section'
import { reportApi } from '@/api/branch'
import { authorised } from '@/stores/session'
import { Said, useSaid } from '@/layout/states/said'

interface Props {
  branch: string
  id: string
  member: MemberWeeks
  onDone: () => void
}

const REASONS = ['手机丢了', '绑错了人', '本人要求'].map(text => ({ value: text, text }))

/** 解除绑定: a lost phone is out at once. Another is bound by the member's own code or by the district, not from here. */
export function Unbind({ branch, id, member, onDone }: Props) {
  const { said, busy, attempt } = useSaid()
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState(REASONS[0]!.value)
  const unbind = async () => {
    setAsking(false)
    const done = await attempt(
      () => reportApi(authorised, branch).unbind(id, reason),
      `已经解除。${member.name}要再绑定，请用邀请码申请，由区里的管理员核对`,
    )
    if (done) onDone()
  }
  return (
    <>
      <Said said={said} />
      <View>
        {member.bound && (
          <Section title="绑定的手机">
            <View className="desk-note">
              换手机、换微信不用解除：请本人在新手机上用自己的换机码绑定；没有换机码的，用邀请码申请，您通过以后由区里核对。手机丢了、绑错了人，在这里解除。
            </View>
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
        那部手机马上退出登录，以后不再上传，换机码也作废；已有的学习记录不变。再绑定要由区里核对。那部手机会看到是您、什么时候、为什么解除的，操作记录里写明“
        {reason}”。
      </Dialog>
    </>
  )
}
