import { Empty } from '@/components/empty'
import { ReportSheet } from '@/layout/report-sheet'
import { Screen } from '@/layout/screen'
import { switchTab } from '@/navigation'
import { useQuizSession } from '@/stores/quiz-session'
import { Summary } from './summary'
import './index.scss'

/** After a session. The numbers are in the records; this page is there until one leaves it. */
export default function Result() {
  const { session, questions } = useQuizSession()
  if (session?.state !== 'finished') {
    return (
      <Screen title="结果">
        <Empty
          title="这次已经结束"
          hint="成绩已经记下，答错的题在错题本里"
          action={{ text: '去答题', onPress: () => switchTab('quiz') }}
        />
      </Screen>
    )
  }
  return (
    <Screen title="结果">
      <Summary session={session} questions={questions} />
      <ReportSheet />
    </Screen>
  )
}
