import { View } from '@tarojs/components'
import { ProgressLine } from '@/components/progress-line'
import type { Score } from '@/stores/friends'

/** Two results side by side, each as a line and in numbers. */
export function Versus({ mine, theirs }: { mine?: Score; theirs?: Score }) {
  return (
    <View>
      <Line name="我" score={mine} />
      <Line name="朋友" score={theirs} />
    </View>
  )
}

function Line({ name, score }: { name: string; score?: Score }) {
  const text = score ? `${score.correct} / ${score.total}` : '还没有成绩'
  return <ProgressLine title={name} share={score ? score.correct / score.total : 0} text={text} />
}
