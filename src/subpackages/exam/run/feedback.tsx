import { Text, View } from '@tarojs/components'
import type { Question } from '@domain/catalog/types'
import { explained } from '@domain/quiz/explained'
import { missedWords } from '@domain/quiz/marks'
import type { Slot } from '@domain/quiz/session'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { CorrectedNotice } from '@/components/corrected'
import { plainText } from '@/components/rich-text'
import { readArticle } from '@/feed/feed'
import { open, routes } from '@/navigation'
import { findArticle, useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { useQuery } from '@/hooks/query'
import './feedback.scss'

interface Props {
  question: Question
  slot: Slot
  /** Says right or wrong; 背题 has nothing to say there. */
  told: boolean
}

/** Right or wrong, why, and the words that prove it. */
export function Feedback({ question, slot, told }: Props) {
  const { catalog } = useCatalog()
  const { article: id, block } = question.evidence
  const article = findArticle(catalog, id)
  // Said once it is true: the phone may have had no room.
  const noted = useMember(state => !!state.notebook[question.id])
  const missed = missedWords(question, slot.given ?? [], slot.options)
  // What is said of a wrong choice stands under it.
  const { rest } = explained(question, slot.given ?? [])
  const body = useQuery(id, () => readArticle(id))
  const proof =
    body.status === 'ready' ? body.value.blocks.find(it => it.kind === 'paragraph' && it.id === block) : undefined
  return (
    <View className="feedback" {...a11y({ role: 'status', live: 'polite' })}>
      {told && (
        <Text className={slot.correct ? 'feedback__verdict feedback__verdict--right' : 'feedback__verdict'}>
          {slot.correct ? '✓ 答对了' : ['✕ 答错了', missed, noted && '已记入错题本'].filter(Boolean).join('，')}
        </Text>
      )}
      {rest !== '' && <Text className="feedback__why">{rest}</Text>}
      <CorrectedNotice it={question.corrected} />
      {article && (
        <Button id="proof" look="plain" onPress={() => open(routes.article(id, { block }))}>
          看出处：《{article.title}》
        </Button>
      )}
      {proof?.kind === 'paragraph' && <View className="feedback__quote">“{plainText(proof.spans)}”</View>}
    </View>
  )
}
