import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { ContestReview } from '@domain/contract/contest-results'
import { contestApi } from '@/api/contests'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { Empty } from '@/components/empty'
import { useQuery } from '@/hooks/query'
import { authorised } from '@/stores/session'
import { ContestLoaded, MemberPage } from '../frame'
import { Reviewed } from './reviewed'

/** Questions at once: each travels through setData with its options on WeChat. */
const PAGE = 4

const WHICH: { value: 'wrong' | 'all'; text: string }[] = [
  { value: 'all', text: '全部' },
  { value: 'wrong', text: '只看没答对的' },
]

/** Every question of one's best try, with what is right and the words that prove it. */
export default function ReviewPage() {
  return <MemberPage title="看每一题">{() => <Review />}</MemberPage>
}

function Review() {
  const { id = '' } = useRouter().params
  const read = useQuery(`review-${id}`, () => contestApi(authorised, id).review())
  return <ContestLoaded of={read}>{review => <Rows id={id} review={review} onAppealed={read.reload} />}</ContestLoaded>
}

function Rows({ id, review, onAppealed }: { id: string; review: ContestReview; onAppealed: () => Promise<void> }) {
  const [which, setWhich] = useState<'wrong' | 'all'>('all')
  const [shown, setShown] = useState(PAGE)
  const rows = review.rows.flatMap((row, i) => (which === 'all' || !row.right ? [{ row, place: i + 1 }] : []))
  return (
    <>
      <Choice
        id="review-which"
        label="看哪些题"
        value={which}
        options={WHICH}
        onChange={to => {
          setWhich(to)
          setShown(PAGE)
        }}
      />
      <View>
        {rows.length === 0 && <Empty title="都答对了" hint="每一题的依据在“全部”里" />}
        {rows.slice(0, shown).map(({ row, place }) => (
          <Reviewed key={place} contest={id} place={place} row={row} onAppealed={onAppealed} />
        ))}
      </View>
      <View>
        {rows.length > shown && (
          <Button id="review-more" onPress={() => setShown(n => n + PAGE)}>
            再看 {Math.min(PAGE, rows.length - shown)} 题
          </Button>
        )}
      </View>
    </>
  )
}
