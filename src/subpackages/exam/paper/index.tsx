import { useRouter } from '@tarojs/taro'
import { Text, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { passWords, pointsOf, type PaperRecord } from '@domain/quiz/paper-record'
import { formatMinute } from '@domain/time/format'
import { a11y } from '@/components/a11y'
import { Choice } from '@/components/choice'
import { DOT } from '@/components/dot'
import { Empty } from '@/components/empty'
import { Failed } from '@/components/failed'
import { Stat } from '@/components/stat'
import { Waiting } from '@/components/waiting'
import { readAllQuestions } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { Screen } from '@/layout/screen'
import { replace, routes } from '@/navigation'
import { readBankQuestions } from '@/storage/own-banks'
import { readPaper, usePapers } from '@/stores/papers'
import { Reviewed } from '../result/reviewed'
import '../result/index.scss'

const WHICH: { value: 'wrong' | 'all'; text: string }[] = [
  { value: 'wrong', text: '只看错的' },
  { value: 'all', text: '全部' },
]

/** A paper that was handed in: what was asked, what was answered, what is right, why and where it stands. */
export default function PaperPage() {
  const { id = '' } = useRouter().params
  const { papers, load } = usePapers()
  useEffect(() => void load(), [load])
  const paper = papers?.find(it => it.id === id)
  return (
    <Screen title="看卷">
      {!papers && <Waiting>正在取这份卷…</Waiting>}
      {papers && !paper && (
        <Empty
          title="这部手机上没有这份卷"
          hint="它可能已经清除；只留最近的一百份"
          action={{ text: '看历次成绩', onPress: () => replace(routes.papers()) }}
        />
      )}
      {paper && <Paper paper={paper} />}
    </Screen>
  )
}

function Paper({ paper }: { paper: PaperRecord }) {
  const [which, setWhich] = useState<'wrong' | 'all'>('wrong')
  const read = useQuery(paper.id, async () => {
    const [slots, pool] = await Promise.all([
      readPaper(paper.id),
      paper.own ? readBankQuestions(paper.own) : readAllQuestions(),
    ])
    return { slots, questions: Object.fromEntries(pool.map(it => [it.id, it])) }
  })
  return (
    <View className="result">
      <Text className="result__title" {...a11y({ role: 'heading', level: 1 })}>
        {paper.title}
      </Text>
      <View className="stats">
        <Stat value={`${pointsOf(paper)} 分`} name={passWords(paper)} red />
        <Stat value={paper.correct} name={`答对，共 ${paper.total} 题`} />
      </View>
      <View className="result__note">
        {[formatMinute(paper.at), paper.own && '自带题库', paper.untimed && '不限时练习'].filter(Boolean).join(DOT)}
      </View>
      {read.status === 'loading' && <Waiting>正在取这份卷…</Waiting>}
      {read.status === 'failed' && <Failed {...read} />}
      {read.status === 'ready' && !read.value.slots && <View>太早的卷只留成绩，每道题不再留。</View>}
      {read.status === 'ready' && read.value.slots && (
        <>
          <Choice id="which" label="看哪些题" value={which} options={WHICH} onChange={setWhich} />
          <Reviewed
            key={which}
            title={which === 'wrong' ? '没答对的' : '全部题目'}
            none="这份卷全答对了。"
            slots={read.value.slots.filter(it => which === 'all' || !it.correct)}
            questions={read.value.questions}
          />
        </>
      )}
    </View>
  )
}
