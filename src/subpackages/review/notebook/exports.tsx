import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { ReviewCard } from '@domain/review/card'
import { reportsText } from '@domain/review/error-reports'
import { notebookText } from '@domain/review/export'
import { Button } from '@/components/button'
import { Notice } from '@/components/notice'
import { Section } from '@/components/section'
import { copyText } from '@/platform/phone/clipboard'
import { readAllQuestions } from '@/feed/feed'
import { today } from '@/platform/phone/clock'
import { useReports } from '@/stores/reports'
import './index.scss'

/** Takes the notebook, and the errors reported, out of the phone as text. */
export function Exports({ cards }: { cards: ReviewCard[] }) {
  const { reports, load } = useReports()
  const [told, setTold] = useState<{ good: boolean; words: string }>()
  useEffect(() => void load(), [load])
  const copy = async (what: string, read: () => Promise<string>) => {
    try {
      await copyText(await read())
      setTold({ good: true, words: `✓ 已复制${what}，可以粘贴到聊天或备忘录里` })
    } catch {
      setTold({ good: false, words: '没有复制成功，请再试一次' })
    }
  }
  if (cards.length === 0 && reports.length === 0) return null
  return (
    <Section title="带走">
      <View className="exports">
        {told && <Notice tone={told.good ? 'good' : 'warning'}>{told.words}</Notice>}
        {cards.length > 0 && (
          <Button
            id="copy-notebook"
            onPress={() => void copy('错题', async () => notebookText(cards, await readAllQuestions(), today()))}
          >
            复制这 {cards.length} 题的文字
          </Button>
        )}
        {reports.length > 0 && (
          <Button id="copy-reports" onPress={() => void copy('报告', async () => reportsText(reports))}>
            复制报告的 {reports.length} 处错误
          </Button>
        )}
      </View>
    </Section>
  )
}
