import { Text, View } from '@tarojs/components'
import type { Solution } from '@domain/room/question'
import { a11y } from '@/components/a11y'
import { classNames } from '@/components/class-names'
import './solution-words.scss'

/** Characters from which the words are a step smaller, to have room under the options. */
const LONG = 130

/** Why, and the words that prove it. */
export function SolutionWords({ solution: { explain, proof } }: { solution: Solution }) {
  const long = explain.length + (proof?.words.length ?? 0) > LONG
  return (
    <View
      className={classNames('show__solution', long && 'show__solution--long')}
      {...a11y({ role: 'status', live: 'polite' })}
    >
      <Text className="show__why">{explain}</Text>
      {proof && (
        <View className="show__proof">
          <Text>“{proof.words}”</Text>
          <Text className="show__about">《{proof.title}》</Text>
        </View>
      )}
    </View>
  )
}
