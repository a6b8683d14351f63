import { View } from '@tarojs/components'
import { useState } from 'react'
import { requestCode } from '@domain/contract/binding'
import type { BranchWeekRow } from '@domain/contract/branch-report'
import type { BindingRequest } from '@domain/contract/joining'
import { shanghaiDay } from '@domain/time/day'
import { formatDay } from '@domain/time/format'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Dialog } from '@/components/dialog'
import { Empty } from '@/components/empty'
import { Section } from '@/components/section'
import { joiningApi } from '@/api/branch'
import { authorised } from '@/stores/session'
import { Said, useSaid } from '@/layout/states/said'

interface Props {
  branch: string
  requests: readonly BindingRequest[]
  rows: readonly BranchWeekRow[]
  onSettled: () => void
}

/** Those who ask to be bound, one after another: who on the roster are they, or a refusal. */
export function Requests({ branch, requests, rows, onSettled }: Props) {
  const { said, busy, attempt } = useSaid()
  const own = requests.filter(it => !it.district)
  const first = own[0]
  return (
    <Section title="等您确认的" aside={own.length > 0 ? `${own.length} 位` : undefined}>
      <Said said={said} />
      {!first && <Empty title="没有人在等" hint="邀请码、姓名和手机号对得上的会自动绑定；对不上的才到这里" />}
      {first && (
        <Asked
          key={first.id}
          asked={first}
          busy={busy}
          // Somebody with a phone bound asks under their own name: on to the district.
          rows={rows.filter(row => !row.bound || row.name === first.name)}
          onApprove={async row => {
            const approve = () => joiningApi(authorised, branch).approve(first.id, row.member)
            await attempt(approve, `${first.name}已经绑定为${row.name}`)
            // Refused too: another secretary may have settled it.
            onSettled()
          }}
          onRefuse={async () => {
            await attempt(() => joiningApi(authorised, branch).refuse(first.id), `已经退回${first.name}的申请`)
            onSettled()
          }}
        />
      )}
      {own.length > 1 && <View className="desk-note">办完这一位，后面还有 {own.length - 1} 位</View>}
      {requests.some(it => it.district) && (
        <View id="at-district" className="desk-note">
          绑定过别的手机或在上级有职务，等区里的管理员核对：
          {requests
            .filter(it => it.district)
            .map(it => it.name)
            .join('、')}
        </View>
      )}
    </Section>
  )
}

interface AskedProps {
  asked: BindingRequest
  /** Of the roster: who may be meant. */
  rows: readonly BranchWeekRow[]
  busy: boolean
  onApprove: (row: BranchWeekRow) => void
  onRefuse: () => void
}

function Asked({ asked, rows, busy, onApprove, onRefuse }: AskedProps) {
  // The namesake is offered; the secretary still has to say so.
  const [member, setMember] = useState(rows.find(row => row.name === asked.name)?.member)
  const [asking, setAsking] = useState<'approve' | 'refuse'>()
  const row = rows.find(it => it.member === member)
  return (
    <View>
      <View className="desk-title">{asked.name}</View>
      <View className="desk-note">
        {`${formatDay(shanghaiDay(Date.parse(asked.askedAt)))}申请，申请号 ${requestCode(asked.id)}，手机号后四位 ${asked.last4}。`}
        请先跟本人核对，再选名册里的哪一位。
      </View>
      {rows.length === 0 ? (
        <View className="desk-note">名册里没有还没绑定的党员。先在“名册”里加上这位党员。</View>
      ) : (
        <Choice
          id="match"
          label="名册里的哪一位"
          value={member ?? ''}
          options={rows.map(it => ({ value: it.member, text: it.bound ? `${it.name}（绑定过手机）` : it.name }))}
          onChange={setMember}
        />
      )}
      <View className="desk-actions">
        <Button id="approve" look="main" disabled={!row || busy} onPress={() => setAsking('approve')}>
          {row?.bound ? '转给区里核对' : row ? `通过，是${row.name}` : '通过'}
        </Button>
        <Button id="refuse" disabled={busy} onPress={() => setAsking('refuse')}>
          退回
        </Button>
      </View>
      <Dialog
        open={asking !== undefined}
        title={
          asking === 'refuse'
            ? `退回${asked.name}的申请？`
            : row?.bound
              ? `把${row.name}的申请转给区里？`
              : `把这部手机绑定给${row?.name ?? ''}？`
        }
        confirm={asking === 'refuse' ? '退回' : row?.bound ? '转给区里' : '通过'}
        onConfirm={() => {
          setAsking(undefined)
          if (asking === 'refuse') onRefuse()
          else if (row) onApprove(row)
        }}
        onCancel={() => setAsking(undefined)}
      >
        {asking === 'refuse'
          ? '对方可以重新申请。'
          : row?.bound
            ? '他绑定过别的手机，换一部要由区里的管理员打电话核对。他有换机码的，不用等：在新手机上选“换到这部手机”，填换机码。'
            : `以后这部手机的学习都算在${row?.name ?? ''}名下。通过会记进操作记录。以前绑定过手机的，会转给区里核对。`}
      </Dialog>
    </View>
  )
}
