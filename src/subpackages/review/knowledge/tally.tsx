import { View } from '@tarojs/components'
import type { ShelfTally } from '@domain/progress/summaries'
import type { Shelf } from '@domain/catalog/types'
import { FactTable } from '@/components/fact-card'
import { ProgressLine } from '@/components/progress-line'

interface Props {
  shelves: Shelf[]
  tally: ShelfTally
  table: boolean
}

/** Answers given and right, by shelf, since the beginning. */
export function Tally({ shelves, tally, table }: Props) {
  const rows = shelves.map(({ id, title, short }) => ({ title, short, ...tally[id] }))
  if (table) {
    const facts = rows.map(({ short, answered, correct }) => ({
      name: short,
      value: answered ? `答过 ${answered}，答对 ${correct}（${Math.round((100 * correct) / answered)}%）` : '还没答过',
    }))
    return <FactTable facts={facts} />
  }
  return (
    <View>
      {rows.map(({ title, answered, correct }) => (
        <ProgressLine
          key={title}
          title={title}
          share={answered ? correct / answered : 0}
          text={answered ? `${correct} / ${answered}` : '还没答过'}
        />
      ))}
    </View>
  )
}
