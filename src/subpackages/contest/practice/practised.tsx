import { Text, View } from '@tarojs/components'
import { CONTEST_TYPES } from '@domain/contract/contest-limits'
import { expectedOf } from '@domain/quiz/grade'
import { Button } from '@/components/button'
import { DOT } from '@/components/dot'
import { Remark } from '@/components/remark'
import { Stat } from '@/components/stat'
import { back } from '@/navigation'
import type { Practised } from '../run/practice'
import '../review/review.scss'

const JUDGE: Record<string, string> = { true: '正确', false: '错误' }

/** After the practice round: how it went, and why. */
export function PractisedRows({ done }: { done: readonly Practised[] }) {
  return (
    <>
      <View className="stats">
        <Stat value={`${done.filter(it => it.right).length} / ${done.length}`} name="答对" red />
      </View>
      <Remark>练习不计成绩，也不记进学习记录。比赛也是这样一题一题地答，只是当时不说对错。</Remark>
      <View>
        {done.map(({ question, options, given, right }, i) => {
          const words = (ids: readonly string[]) =>
            ids.map(id => JUDGE[id] ?? options.find(it => it.id === id)?.text ?? '').join('、')
          return (
            <View key={question.id} className="contest-reviewed">
              <Text className="contest-reviewed__kind">
                {[
                  `第 ${i + 1} 题`,
                  CONTEST_TYPES[question.type],
                  ...(question.demo ? ['公开演示题'] : []),
                  right ? '✓ 答对了' : '没答对',
                ].join(DOT)}
              </Text>
              <Text className="contest-reviewed__stem">{question.stem}</Text>
              <View>您选的：{given.length > 0 ? words(given) : '没有选'}</View>
              <View>对的是：{words(expectedOf(question))}</View>
              <View className="contest-reviewed__basis">{question.explain}</View>
            </View>
          )
        })}
      </View>
      <View className="contest-actions">
        <Button id="practice-done" look="main" onPress={back}>
          练好了，返回
        </Button>
      </View>
    </>
  )
}
