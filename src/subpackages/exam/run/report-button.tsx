import { View } from '@tarojs/components'
import type { Question } from '@domain/catalog/types'
import { isOwn } from '@domain/quiz/own-bank'
import { Button } from '@/components/button'
import { useReports } from '@/stores/reports'

/** Says that a question is wrong: kept for the editors, changes no answer. */
export function ReportButton({ question }: { question: Question }) {
  const openReport = useReports(state => state.openReport)
  const { id, hash, stem } = question
  // Our editors cannot mend a unit's own.
  if (isOwn(id)) return null
  return (
    <View className="question__report">
      <Button id="report" look="plain" onPress={() => openReport({ about: id, hash, words: stem })}>
        报告错误
      </Button>
    </View>
  )
}
