import { View } from '@tarojs/components'
import type { Shelf } from '@domain/catalog/types'
import type { ShelfMastery } from '@domain/review/notebook'
import { FactTable } from '@/components/fact-card'
import { ProgressLine } from '@/components/progress-line'

interface Props {
  shelves: Shelf[]
  mastery: ShelfMastery[]
  table: boolean
}

/** How well what was once answered wrong is known by now. */
export function Mastery({ shelves, mastery, table }: Props) {
  const rows = mastery
    .filter(it => it.open + it.mastered > 0)
    .map(it => ({ ...it, ...shelves.find(shelf => shelf.id === it.shelf)! }))
  if (rows.length === 0) return <View className="knowledge__note">还没有答错过的题。</View>
  if (table) {
    const facts = rows.map(({ short, open, mastered, retention }) => ({
      name: short,
      value: `在本 ${open}，已移出 ${mastered}，估计还记得 ${Math.round(100 * retention)}%`,
    }))
    return <FactTable facts={facts} />
  }
  return (
    <View>
      {rows.map(({ shelf, title, open, mastered, retention }) => (
        <ProgressLine
          key={shelf}
          title={title}
          share={retention}
          text={`${Math.round(100 * retention)}%，移出 ${mastered} / ${open + mastered}`}
        />
      ))}
      <View className="knowledge__note">百分数是按遗忘曲线（FSRS）估计的，连对三天才移出错题本。</View>
    </View>
  )
}
