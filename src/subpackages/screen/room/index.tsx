import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { planOf, questionsOf, shelvesOf, themesOf } from '@domain/branch/theme-day'
import type { Catalog } from '@domain/catalog/types'
import { screenPath } from '@domain/room/addresses'
import { Empty } from '@/components/empty'
import { Notice } from '@/components/notice'
import { Loaded } from '@/layout/states/loaded'
import { NoCatalog } from '@/layout/states/no-catalog'
import { Screen } from '@/layout/screen'
import { readCourses, readQuestions, readSchedule } from '@/feed/feed'
import { useQuery } from '@/hooks/query'
import { open } from '@/navigation'
import { today } from '@/platform/phone/clock'
import { keepRoomKey, readRoomKey } from '@/storage/room-keys'
import { useCatalog } from '@/stores/catalog'
import { MakeRoom } from './make'
import { Live } from './live'
import '../show/index.scss'
import './index.scss'

/** Most that is asked in one go. */
const MOST = 20

/** 现场赛 on the big screen: made here, led here. A reload goes on in the room that is open. */
export default function RoomScreenPage() {
  const { theme, article } = useRouter().params
  const { catalog } = useCatalog()
  const [code, setCode] = useState(() => readRoomKey('room/screen')?.code)
  const [told, setTold] = useState<string>()
  if (catalog && code !== undefined) {
    const onOver = (message?: string) => {
      setCode(undefined)
      setTold(message)
    }
    return <Live code={code} catalog={catalog} onOver={onOver} />
  }
  // Kept unless the room itself is over.
  const again = told === undefined ? undefined : readRoomKey('room/screen')?.code
  return (
    <Screen title="现场答题" wide>
      <NoCatalog />
      <View>
        {told && (
          <Notice action={again === undefined ? undefined : { text: '再连一次', onPress: () => setCode(again) }}>
            {told}
          </Notice>
        )}
      </View>
      <View>
        {catalog && (
          <Setup
            catalog={catalog}
            theme={theme}
            article={article}
            onMade={(made, key) => {
              keepRoomKey('room/screen', { code: made, key })
              setTold(undefined)
              setCode(made)
            }}
          />
        )}
      </View>
    </Screen>
  )
}

interface SetupProps {
  catalog: Catalog
  theme?: string
  article?: string
  onMade: (code: string, key: string) => void
}

function Setup({ catalog, theme, article, onMade }: SetupProps) {
  const read = useQuery(`room:${theme}:${article}`, async () => {
    const [schedule, courses] = await Promise.all([readSchedule(), readCourses()])
    const themes = themesOf(schedule, courses, today())
    const chosen = theme === undefined ? themes[0] : themes.find(it => it.id === theme)
    if (!chosen) return undefined
    const plan = planOf(chosen, catalog)
    const pools = await Promise.all(shelvesOf(plan, catalog).map(readQuestions))
    return { theme: chosen, questions: questionsOf(chosen, article ?? plan.articles[0], pools.flat(), MOST) }
  })
  const none = (
    <Empty
      title="没有这个主题"
      hint="它可能已经改名"
      action={{ text: '选一个主题', onPress: () => open(screenPath()) }}
    />
  )
  return (
    <Loaded of={read} missing={none}>
      {found => (found ? <MakeRoom theme={found.theme} questions={found.questions} onMade={onMade} /> : none)}
    </Loaded>
  )
}
