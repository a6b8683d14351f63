import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { Failed } from '@/components/failed'
import { Waiting } from '@/components/waiting'
import { readAllQuestions } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { SinglePage } from '@/layout/single-page'

/** A question as 朋友圈 shows it: it is answered in the mini-program, where the answer can show its proof. */
export function SingleQuestion() {
  const { question: id = '' } = useRouter().params
  const all = useQuery('questions', readAllQuestions)
  const question = all.status === 'ready' ? all.value.find(it => it.id === id) : undefined
  return (
    <SinglePage kind="党史题" title={question?.stem ?? '来答一道党史题'} more="选一个答案，看它的出处">
      {all.status === 'loading' && <Waiting>正在取题目…</Waiting>}
      {all.status === 'failed' && <Failed {...all} />}
      {question && 'options' in question && (
        <View>
          {question.options.map(({ id: option, text }, i) => (
            <View key={option} className="single-page__paragraph">
              {`${String.fromCharCode(65 + i)}. ${text}`}
            </View>
          ))}
        </View>
      )}
    </SinglePage>
  )
}
