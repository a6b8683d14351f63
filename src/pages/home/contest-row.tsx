import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import type { OwnContest } from '@domain/contract/contest-entry'
import { formatMoment } from '@domain/time/format'
import { Row } from '@/components/row'
import { open, routes } from '@/navigation'
import { now } from '@/platform/phone/clock'
import { useOwnContests } from '@/stores/own-contests'
import { useSession } from '@/stores/session'

/** Of the contests for the member the one that closes next, or else the next to come: one row, and nothing without. */
export function ContestRow() {
  const status = useSession(state => state.status)
  const { list, heard, load } = useOwnContests()
  useEffect(() => void load(), [load, status])
  useDidShow(() => void load())
  if (status !== 'signed-in') return null
  const at = now()
  // What was kept may be over since; what was heard just now is as the service says, whose clock it goes by.
  const lasting = list.filter(it =>
    heard ? it.state === 'coming' || it.state === 'open' : it.state !== 'over' && Date.parse(it.closes) > at,
  )
  // What is left to do comes before what is done.
  const isDone = (it: OwnContest) => it.used >= it.tries && it.own?.state === 'finished'
  const runs = (it: OwnContest) => (heard ? it.state === 'open' : Date.parse(it.opens) <= at)
  const rank = (it: OwnContest) => (isDone(it) ? 2 : runs(it) ? 0 : 1)
  const next = (it: OwnContest) => Date.parse(runs(it) ? it.closes : it.opens)
  const [first] = lasting.sort((a, b) => rank(a) - rank(b) || next(a) - next(b))
  if (!first) return null
  return (
    <Row
      id="to-contest"
      title={first.title}
      note={`知识竞赛，${isDone(first) ? '答完了，' : ''}${formatMoment(next(first))} ${runs(first) ? '截止' : '开始'}`}
      onPress={() => open(routes.contest('contest', { id: first.id }))}
    />
  )
}
