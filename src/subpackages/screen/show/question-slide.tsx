import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { TYPE_NAMES } from '@domain/quiz/paper'
import { type AskedQuestion, askedQuestion, type RoomQuestion, solutionOf } from '@domain/room/question'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import { readArticle } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { findArticle, useCatalog } from '@/stores/catalog'
import { OptionLine } from './option-line'
import { shortOptions } from './short-options'
import { Side } from './side'
import { SolutionWords } from './solution-words'

interface Props {
  question: RoomQuestion
  /** From 0. */
  number: number
  count: number
  solved: boolean
}

/** One question, solved together: the room says which, somebody taps it, then the answer and the words that prove it. */
export function QuestionSlide({ question, number, count, solved }: Props) {
  const { catalog } = useCatalog()
  const asked: AskedQuestion = askedQuestion(question, 'screen')
  const { article: id } = question.evidence
  const article = useQuery(`screen:${id}`, () => readArticle(id))
  const title = findArticle(catalog, id)?.title
  const blocks = article.status === 'ready' ? article.value.blocks : undefined
  const solution = solutionOf(question, title && blocks ? { title, blocks } : undefined)
  const [picked, setPicked] = useState<string[]>([])
  const pick = (option: string) => {
    if (question.type !== 'multiple') return setPicked([option])
    setPicked(picked.indexOf(option) >= 0 ? picked.filter(it => it !== option) : [...picked, option])
  }
  return (
    <View className="show__slide">
      <View className={classNames('show__main', solved && 'show__main--solved')}>
        <Text className="show__kicker">{`${TYPE_NAMES[question.type]}，第 ${number + 1} 题，共 ${count} 题`}</Text>
        <Text className="show__stem" {...a11y({ role: 'heading', level: 1 })}>
          {question.stem}
        </Text>
        <View className={classNames('show__options', shortOptions(asked.options) && 'show__options--short')}>
          {asked.options.map((option, i) => (
            <OptionLine
              key={option.id}
              option={option}
              mark={i}
              multiple={question.type === 'multiple'}
              picked={picked.indexOf(option.id) >= 0}
              right={solved ? solution.answer.indexOf(option.id) >= 0 : undefined}
              onPress={solved ? undefined : () => pick(option.id)}
            />
          ))}
        </View>
        <View>{solved && <SolutionWords solution={solution} />}</View>
      </View>
      <Side article={id} />
    </View>
  )
}
