import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { APPEAL_WORDS } from '@domain/contract/contest-limits'
import type { Appeal } from '@domain/contract/contest-results'
import { formatMinute } from '@domain/time/format'
import { contestDeskApi } from '@/api/contest-desk'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Dialog } from '@/components/dialog'
import { Empty } from '@/components/empty'
import { useQuery } from '@/hooks/query'
import { Said, useSaid } from '@/layout/states/said'
import { authorised } from '@/stores/session'
import { ContestLoaded, OrganiserPage } from '../frame'
import { Words } from '@/components/words-field'
import '../review/review.scss'

const AGREE: { value: 'no' | 'yes'; text: string }[] = [
  { value: 'no', text: '题没有错' },
  { value: 'yes', text: '题错了，作废' },
]

/** 疑问: what entrants have to say about questions, and what is answered. */
export default function ContestAppealsPage() {
  return <OrganiserPage title="疑问">{org => <Appeals org={org} />}</OrganiserPage>
}

function Appeals({ org }: { org: string }) {
  const { id = '' } = useRouter().params
  const read = useQuery(`appeals-${org}-${id}`, contestDeskApi(authorised, org).of(id).appeals)
  return (
    <ContestLoaded of={read}>
      {list =>
        list.length === 0 ? (
          <Empty title="没有人提疑问" hint="结束以后参赛的人可以对自己答过的题提" />
        ) : (
          <View className="contest-form">
            {list.map(it => (
              <One key={it.id} org={org} contest={id} appeal={it} onAnswered={read.reload} />
            ))}
          </View>
        )
      }
    </ContestLoaded>
  )
}

interface Props {
  org: string
  contest: string
  appeal: Appeal
  onAnswered: () => Promise<void>
}

function One({ org, contest, appeal: { id, number, stem, name, words, at, answer }, onAnswered }: Props) {
  const [reply, setReply] = useState('')
  const [agree, setAgree] = useState<'no' | 'yes'>('no')
  const [asking, setAsking] = useState(false)
  const { said, busy, attempt } = useSaid()
  const send = async () => {
    setAsking(false)
    const api = contestDeskApi(authorised, org).of(contest)
    if (await attempt(() => api.answerAppeal(id, reply.trim(), agree === 'yes'))) await onAnswered()
  }
  return (
    <View className="contest-reviewed">
      <View className="contest-reviewed__kind">
        题库第 {number} 题，{name ?? '已经注销的人'}，{formatMinute(Date.parse(at))}
      </View>
      <View className="contest-reviewed__stem">{stem}</View>
      <View className="contest-reviewed__basis">{words}</View>
      <View>
        {answer !== undefined ? (
          <View>答复：{answer}</View>
        ) : (
          <>
            <Choice id={`agree-${id}`} label="怎么看" value={agree} options={AGREE} onChange={setAgree} />
            <Words id={`reply-${id}`} title="答复" value={reply} limit={APPEAL_WORDS} onInput={setReply} />
            <Said said={said} />
            <Button
              id={`answer-${id}`}
              disabled={busy || reply.trim().length < 2}
              onPress={() => (agree === 'yes' ? setAsking(true) : void send())}
            >
              {agree === 'yes' ? '答复，并作废这一题' : '答复'}
            </Button>
            <Dialog
              open={asking}
              title={`作废第 ${number} 题？`}
              confirm="答复并作废"
              onConfirm={() => void send()}
              onCancel={() => setAsking(false)}
            >
              作废以后不能恢复。遇到它的人都算对，成绩重算；答复也不能再改。
            </Dialog>
          </>
        )}
      </View>
    </View>
  )
}
