import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { contestApi } from '@/api/contests'
import { Empty } from '@/components/empty'
import { readAllQuestions } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { back } from '@/navigation'
import { monotonicNow } from '@/platform/phone/phone'
import { newId } from '@/platform/phone/clock'
import { authorised } from '@/stores/session'
import { ContestLoaded, MemberPage } from '../frame'
import { Answering } from '../run/answering'
import { ContestRun } from '../run/contest-run'
import { PHONE } from '../run/phone'
import { isContestKind, type Practised, practiceService } from '../run/practice'
import { PractisedRows } from './practised'

/** 先练一练: the same as the contest with public questions, on this phone alone; nothing is counted. */
export default function PracticePage() {
  const { id = '' } = useRouter().params
  const [done, setDone] = useState<Practised[]>()
  const read = useQuery(`practice-${id}`, async () => {
    const [contest, pool] = await Promise.all([contestApi(authorised, id).read(), readAllQuestions()])
    const asked = pool.filter(isContestKind).filter(it => contest.practice.includes(it.id))
    const service = practiceService(asked, contest.clock, await newId(), monotonicNow)
    const run = new ContestRun({
      ...PHONE,
      service,
      device: 'practice',
      clock: contest.clock.kind,
      questions: asked.length,
      pending: undefined,
      keep: async () => undefined,
    })
    if (asked.length > 0) void run.resume()
    return { contest, asked, service, run }
  })
  if (read.status === 'ready' && read.value.asked.length > 0 && !done) {
    const { contest, service, run } = read.value
    return (
      <Answering
        run={run}
        clock={contest.clock.kind}
        title="练一练"
        backLabel="退出"
        onFinished={() => setDone(service.practised())}
      />
    )
  }
  return (
    <MemberPage title="练一练">
      {() => (
        <ContestLoaded of={read}>
          {({ asked }) => (
            <View>
              {asked.length === 0 && (
                <Empty
                  title="这次没有练习题"
                  hint="主办方选的演示题，这一版应用里没有"
                  action={{ text: '返回', onPress: back }}
                />
              )}
              {done && <PractisedRows done={done} />}
            </View>
          )}
        </ContestLoaded>
      )}
    </MemberPage>
  )
}
