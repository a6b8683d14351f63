import { View } from '@tarojs/components'
import { forecast } from '@domain/review/due'
import { masteryByShelf } from '@domain/review/notebook'
import { Empty } from '@/components/empty'
import { Screen } from '@/layout/screen'
import { switchTab } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { Forecast } from './forecast'
import { Mastery } from './mastery'
import { Pictured } from './pictured'
import { Tally } from './tally'
import './index.scss'

/** What one knows, for oneself alone: by shelf, and the reviews to come; each as picture and as table. */
export default function Knowledge() {
  const { catalog } = useCatalog()
  const { notebook, progress } = useMember()
  const day = today()
  const shelves = catalog?.shelves ?? []
  const answered = shelves.some(shelf => progress.tally[shelf.id].answered > 0)
  if (catalog && !answered) {
    return (
      <Screen title="知识报告" records>
        <Empty
          title="还没有答过题"
          hint="答过几组以后，这里会写出各架掌握得怎样"
          action={{ text: '去答题', onPress: () => switchTab('quiz') }}
        />
      </Screen>
    )
  }
  const mastery = masteryByShelf(
    notebook,
    shelves.map(shelf => shelf.id),
    day,
  )
  return (
    <Screen title="知识报告" records>
      <View className="knowledge__note">只在这部手机上，只给自己看。</View>
      <Pictured id="tally" title="答过和答对">
        {table => <Tally shelves={shelves} tally={progress.tally} table={table} />}
      </Pictured>
      <Pictured id="mastery" title="错过的题还记得多少">
        {table => <Mastery shelves={shelves} mastery={mastery} table={table} />}
      </Pictured>
      <Pictured id="forecast" title="两周里要温习的">
        {table => <Forecast days={forecast(notebook, day)} table={table} />}
      </Pictured>
    </Screen>
  )
}
