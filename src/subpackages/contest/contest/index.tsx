import { View } from '@tarojs/components'
import { useDidShow, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { OwnContest } from '@domain/contract/contest-entry'
import { TICKET_MINUTES_AHEAD } from '@domain/contract/contest-limits'
import { clockWords, ruleLines, triesWords, windowWords } from '@domain/contest/words'
import { contestApi } from '@/api/contests'
import { Button } from '@/components/button'
import { FactTable } from '@/components/fact-card'
import { Notice } from '@/components/notice'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { useAgain } from '@/hooks/again'
import { useQuery } from '@/hooks/query'
import { open, routes } from '@/navigation'
import { now } from '@/platform/phone/clock'
import { authorised } from '@/stores/session'
import { ContestLoaded, MemberPage } from '../frame'
import { Agreement } from './agreement'
import { Sealed } from './sealed'

/** What is about to open or is being counted is asked again from time to time, milliseconds. */
const AGAIN_MS = 20_000

/** One contest: what it is, by which rules, and the way in. */
export default function ContestPage() {
  return <MemberPage title="知识竞赛">{() => <One />}</MemberPage>
}

function One() {
  const { id = '' } = useRouter().params
  const read = useQuery(`contest-${id}`, () => contestApi(authorised, id).read())
  const { reload } = read
  useDidShow(() => void reload())
  const turns = read.status === 'ready' && (read.value.state === 'coming' || read.value.state === 'settling')
  useAgain(reload, turns ? AGAIN_MS : undefined)
  return <ContestLoaded of={read}>{contest => <Contest contest={contest} />}</ContestLoaded>
}

function Contest({ contest }: { contest: OwnContest }) {
  const { id, title, org, note, practice, questions, voids, state } = contest
  const facts = [
    { name: '时间', value: windowWords(contest) },
    { name: '题目', value: `${questions} 题，${clockWords(contest.clock)}` },
    { name: '次数', value: triesWords(contest.tries) },
  ]
  return (
    <>
      <View className="contest-title">{title}</View>
      <View className="contest-by">{org}</View>
      <View>{note && <View className="contest-words">{note}</View>}</View>
      <View className="contest-apart">
        <FactTable facts={facts} />
      </View>
      <View>
        <Entry contest={contest} />
      </View>
      <View>
        {voids.length > 0 && (
          <Notice>
            有 {voids.length} 题作废了，答过的人都算对，成绩已经照这样重算：{voids.map(it => it.reason).join('；')}
          </Notice>
        )}
      </View>
      <View className="contest-apart">
        {practice.length > 0 && (state === 'open' || state === 'coming') && (
          <Row
            id="to-practice"
            title="先练一练"
            note={`${practice.length} 道公开演示题，和比赛一样答；不计成绩，比赛里不会出`}
            onPress={() => open(routes.contest('practice', { id }))}
          />
        )}
      </View>
      <Section title="规则">
        {ruleLines(contest).map(line => (
          <View key={line} className="contest-rule">
            {line}
          </View>
        ))}
      </Section>
      <Sealed contest={contest} />
    </>
  )
}

/** The page's one main action, by how far the contest and the member are. */
function Entry({ contest }: { contest: OwnContest }) {
  const { id, state, own, used, tries } = contest
  const [asking, setAsking] = useState(false)
  const begun = own !== undefined && own.state !== 'finished'
  const run = () => open(routes.contest('run', { id }))
  const early = state === 'coming' && Date.parse(contest.opens) - now() > TICKET_MINUTES_AHEAD * 60_000
  if (early) return <Notice>还没有开始。开始前 {TICKET_MINUTES_AHEAD} 分钟，就可以先来排着。</Notice>
  if (state === 'settling') return <Notice>时间到了，正在算成绩，过几秒再来看。</Notice>
  if (state === 'over') return <Over contest={contest} />
  if (contest.reader) return <Notice>您看得到这一场的题库，不能参加。结束以后可以来看成绩。</Notice>
  if (begun && own.state === 'running') {
    return (
      <View className="contest-actions">
        <Button id="contest-go-on" look="main" onPress={run}>
          接着答，第 {Math.min(own.answered + 1, own.questions)} 题
        </Button>
      </View>
    )
  }
  if (used >= tries) return <Notice tone="good">✓ 您已经答完了。结束以后出成绩，那时再来看。</Notice>
  return (
    <>
      <View className="contest-actions">
        <Button id="contest-begin" look="main" onPress={begun ? run : () => setAsking(true)}>
          {state === 'coming' ? '先排着，到时间自己开始' : used === 0 ? '参加' : `再答一次（还有 ${tries - used} 次）`}
        </Button>
      </View>
      <View>
        {asking && (
          <Agreement
            onClose={() => setAsking(false)}
            onAgreed={name => {
              setAsking(false)
              open(routes.contest('run', { id, try: `${used + 1}`, name }))
            }}
          />
        )}
      </View>
    </>
  )
}

function Over({ contest: { id, own, certificate } }: { contest: OwnContest }) {
  return (
    <Section title="已经结束">
      <Row id="to-result" title="成绩和获奖名单" onPress={() => open(routes.contest('result', { id }))} />
      <View>
        {own && (
          <Row
            id="to-review"
            title="看每一题"
            note="对的是什么、依据在哪里；有疑问可以提"
            onPress={() => open(routes.contest('review', { id }))}
          />
        )}
      </View>
      <View>
        {own && certificate && (
          <Row id="to-certificate" title="证书" onPress={() => open(routes.contest('certificate', { id }))} />
        )}
      </View>
    </Section>
  )
}
