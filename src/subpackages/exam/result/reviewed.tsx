import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Question } from '@domain/catalog/types'
import type { Slot } from '@domain/quiz/session'
import { answerWords, expectedWords } from '@domain/quiz/words'
import { Button } from '@/components/button'
import { CorrectedNotice } from '@/components/corrected'
import { rowsAtOnce } from '@/components/rows-at-once'
import { Section } from '@/components/section'
import { open, routes } from '@/navigation'
import { findArticle, useCatalog } from '@/stores/catalog'

const PAGE = rowsAtOnce(3)

interface Props {
  title: string
  aside?: string
  slots: Pick<Slot, 'question' | 'given' | 'correct' | 'missed'>[]
  /** Said where there are none. */
  none?: string
  questions: Record<string, Question>
}

/** Questions of a session with what was answered, what is right, and why. */
export function Reviewed({ title, aside, slots, none, questions }: Props) {
  const [shown, setShown] = useState(PAGE)
  if (slots.length === 0) return none ? <View>{none}</View> : null
  return (
    <Section title={title} aside={aside}>
      {slots.slice(0, shown).map(slot => {
        const question = questions[slot.question]
        return question ? (
          <One key={slot.question} slot={slot} question={question} />
        ) : (
          none && (
            <View key={slot.question} className="reviewed">
              这道题已经不在了，当时{slot.correct ? '答对了' : '没答对'}。
            </View>
          )
        )
      })}
      {slots.length > shown && (
        <Button id="more-reviewed" onPress={() => setShown(n => n + PAGE)}>
          再看 {Math.min(PAGE, slots.length - shown)} 题
        </Button>
      )}
    </Section>
  )
}

function One({ slot, question }: { slot: Props['slots'][number]; question: Question }) {
  const { catalog } = useCatalog()
  const { article, block } = question.evidence
  const proof = findArticle(catalog, article)
  const join = question.type === 'order' ? ' → ' : '；'
  // What was chosen is right, and not all of it was.
  const partly =
    question.type === 'multiple' && !slot.correct && !!slot.given?.every(option => question.answer.includes(option))
  const given = slot.given ? answerWords(question, slot.given).join(join) : slot.missed ? '超时' : '没答'
  return (
    <View className="reviewed">
      <Text className="reviewed__stem">{question.stem}</Text>
      <View className={slot.correct ? 'reviewed__given reviewed__given--right' : 'reviewed__given'}>
        {slot.correct ? '✓' : '✕'} 您的答案：{given}
        {partly && '，都对，还漏了'}
      </View>
      {!slot.correct && <View>正确答案：{expectedWords(question).join(join)}</View>}
      <View className="reviewed__why">{question.explain}</View>
      {proof && (
        <Button id={`proof-${question.id}`} look="plain" onPress={() => open(routes.article(article, { block }))}>
          看出处：《{proof.title}》
        </Button>
      )}
      <CorrectedNotice it={question.corrected} />
    </View>
  )
}
