import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { ApiError } from '@/api/client'
import { contestApi } from '@/api/contests'
import { Empty } from '@/components/empty'
import { useAgain } from '@/hooks/again'
import { useQuery } from '@/hooks/query'
import { replace, routes } from '@/navigation'
import { authorised } from '@/stores/session'
import { ContestLoaded, MemberPage } from '../frame'
import { Told } from './told'

/** While the contest is open the service is asked again from time to time, milliseconds; sooner while it counts. */
const AGAIN_MS = 12_000
const COUNTING_MS = 3_000

/** What came of it, once the contest is closed: right answers, then time; one's own place as a band. */
export default function ResultPage() {
  return <MemberPage title="成绩">{() => <Result />}</MemberPage>
}

function Result() {
  const { id = '' } = useRouter().params
  const read = useQuery(`result-${id}`, async () => {
    const api = contestApi(authorised, id)
    // Handed in while the others are still at it: that is no failure.
    const result = await api.result().catch((error: unknown) => {
      if (error instanceof ApiError && error.code === 'not_over') return undefined
      throw error
    })
    // The service says no more than “not yet”: whether the end is still to come stands in the contest.
    const contest = result ? undefined : await api.read().catch(() => undefined)
    return { result, counting: contest?.state === 'settling' || contest?.state === 'over' }
  })
  const { reload } = read
  const waits = read.status === 'ready' && !read.value.result
  const everyMs = read.status === 'ready' && read.value.counting ? COUNTING_MS : AGAIN_MS
  useAgain(reload, waits ? everyMs : undefined)
  return (
    <ContestLoaded of={read}>
      {({ result, counting }) => (
        <View>
          {result && <Told id={id} result={result} />}
          {!result && (counting ? <Counting /> : <Handed id={id} />)}
        </View>
      )}
    </ContestLoaded>
  )
}

function Counting() {
  return <Empty title="竞赛结束了，正在算成绩" hint="过几秒，成绩自己出来" />
}

function Handed({ id }: { id: string }) {
  return (
    <Empty
      title="✓ 卷子交上了"
      hint="竞赛结束以后出成绩；那时能看每一题的答案和依据。现在不说对错，免得传给还没答的人"
      action={{ text: '回到这次竞赛', onPress: () => replace(routes.contest('contest', { id })) }}
    />
  )
}
