import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { themesOf } from '@domain/branch/theme-day'
import { Empty } from '@/components/empty'
import { Loaded } from '@/layout/states/loaded'
import { NoCatalog } from '@/layout/states/no-catalog'
import { Screen } from '@/layout/screen'
import { readCourses, readSchedule } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { replace } from '@/navigation'
import { screenPath } from '@domain/room/addresses'
import { today } from '@/platform/phone/clock'
import { useCatalog } from '@/stores/catalog'
import { Chooser } from './chooser'
import { Show } from './show'
import './index.scss'

/** The big screen of a 主题党日: choose a theme, then everything in order, large. No account, and no service either. */
export default function ScreenPage() {
  const { theme: id, meeting } = useRouter().params
  const { catalog } = useCatalog()
  const themes = useQuery('screen-themes', async () => {
    const [schedule, courses] = await Promise.all([readSchedule(), readCourses()])
    return themesOf(schedule, courses, today())
  })
  const chosen = themes.status === 'ready' && id ? themes.value.find(it => it.id === id) : undefined
  if (catalog && chosen) return <Show key={id} theme={chosen} catalog={catalog} meeting={meeting} />
  return (
    <Screen title="大屏幕" wide>
      <NoCatalog />
      <View>
        {catalog && (
          <Loaded of={themes} missing={null}>
            {all =>
              id ? (
                <Empty
                  title="没有这个主题"
                  hint="它可能已经改名"
                  action={{ text: '选一个主题', onPress: () => replace(screenPath({ meeting })) }}
                />
              ) : (
                <Chooser themes={all} meeting={meeting} />
              )
            }
          </Loaded>
        )}
      </View>
    </Screen>
  )
}
