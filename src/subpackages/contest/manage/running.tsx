import { View } from '@tarojs/components'
import { useState } from 'react'
import type { ContestDetail } from '@domain/contract/contests'
import { contestDeskApi } from '@/api/contest-desk'
import { Button } from '@/components/button'
import { Dialog } from '@/components/dialog'
import { Section } from '@/components/section'
import { Said, useSaid } from '@/layout/states/said'
import { authorised } from '@/stores/session'
import { Words } from '@/components/words-field'
import { Count } from '../count'

interface Props {
  org: string
  detail: ContestDetail
  onChanged: () => Promise<void>
}

/** Characters of a reason, as the service has them. */
const REASON = 200
const SHORTEST = 2

/** After the publishing: a question can be voided, and the close be brought forward; each with its reason. */
export function Running({ org, detail: { id, state, pool }, onChanged }: Props) {
  const [reason, setReason] = useState('')
  const [number, setNumber] = useState(0)
  const [why, setWhy] = useState('')
  const [asking, setAsking] = useState<'close' | 'void'>()
  const { said, busy, attempt } = useSaid()
  const api = contestDeskApi(authorised, org).of(id)
  const total = pool?.total ?? 0
  const close = async () => {
    setAsking(undefined)
    if (await attempt(() => api.close(reason.trim()), '已经结束，几秒以后出成绩')) setReason('')
    await onChanged()
  }
  const voidIt = async () => {
    setAsking(undefined)
    if (await attempt(() => api.voidQuestion(number, why.trim()), `第 ${number} 题作废了，遇到它的人都算对`)) {
      setNumber(0)
      setWhy('')
    }
    await onChanged()
  }
  return (
    <View className="contest-form">
      <Said said={said} />
      <Section title="作废一题">
        <View className="contest-note">
          题目有错才作废。遇到这一题的人都算对，成绩全部重算，参赛的人都会看到是为什么。
        </View>
        <Count id="void-number" title={`题号（1 到 ${total}，见题库）`} value={number} onChange={setNumber} />
        <Words id="void-reason" title="为什么" value={why} limit={REASON} onInput={setWhy} />
        <Button
          id="void"
          disabled={busy || number < 1 || number > total || why.trim().length < SHORTEST}
          onPress={() => setAsking('void')}
        >
          作废这一题
        </Button>
      </Section>
      <View>
        {(state === 'coming' || state === 'open') && (
          <Section title={state === 'coming' ? '不办了' : '提前结束'}>
            <View className="contest-note">
              {state === 'coming' ? '结束以后谁也不能再参加。' : '正在答的人马上交卷，交过的题都算。'}原因记进操作记录。
            </View>
            <Words id="close-reason" title="为什么" value={reason} limit={REASON} onInput={setReason} />
            <Button
              id="contest-close"
              disabled={busy || reason.trim().length < SHORTEST}
              onPress={() => setAsking('close')}
            >
              {state === 'coming' ? '不办了' : '现在结束'}
            </Button>
          </Section>
        )}
      </View>
      <Dialog
        open={asking === 'void'}
        title={`作废第 ${number} 题？`}
        confirm="作废"
        stay
        onConfirm={() => void voidIt()}
        onCancel={() => setAsking(undefined)}
      >
        作废以后不能恢复。遇到它的人都算对，成绩重算。
      </Dialog>
      <Dialog
        open={asking === 'close'}
        title="现在结束？"
        confirm="结束"
        stay
        onConfirm={() => void close()}
        onCancel={() => setAsking(undefined)}
      >
        结束以后不能再开。
      </Dialog>
    </View>
  )
}
