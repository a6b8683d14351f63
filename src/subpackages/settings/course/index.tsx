import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { courseLines, courseOf } from '@domain/progress/course'
import { Empty } from '@/components/empty'
import { inPieces } from '@/components/pieces'
import { ProgressLine } from '@/components/progress-line'
import { Section } from '@/components/section'
import { Screen } from '@/layout/screen'
import { open, routes, switchTab } from '@/navigation'
import { useCatalog } from '@/stores/catalog'
import { useMember } from '@/stores/member'
import { PassOn } from '../pass-on'

/** A shelf or a series gone through to its end: the card for it, as text or as a picture. */
export default function Course() {
  const { shelf, series } = useRouter().params
  const { catalog } = useCatalog()
  const items = useMember(state => state.progress.items)
  const id = shelf ?? series ?? ''
  const course = catalog && courseOf(catalog, items, shelf ? 'shelf' : 'series', id)
  const lines = course?.finished ? courseLines(course.finished) : []
  return (
    <Screen title="学完卡" records>
      {catalog && !course && (
        <Empty
          title="没有这一架或这个系列"
          hint="它可能已经改名"
          action={{ text: '去学习', onPress: () => switchTab('learn') }}
        />
      )}
      {course && !course.finished && (
        <Empty
          title="还没有学完"
          hint={`全部学完，这里就有一张可以留作纪念的卡`}
          action={{ text: '接着学', onPress: () => open(shelf ? routes.shelf(id) : routes.series(id)) }}
        >
          <ProgressLine
            title={course.title}
            share={course.done / course.total}
            text={`${course.done} / ${course.total}`}
          />
        </Empty>
      )}
      {course?.finished && (
        <>
          <Section title={`学完了：${course.title}`}>
            {lines.map(line => (
              <View key={line}>
                <Text>{inPieces(line)}</Text>
              </View>
            ))}
          </Section>
          <PassOn
            id="course"
            card={{
              year: course.finished.to.slice(0, 4),
              title: `我学完了：${course.title}`,
              lines,
              footer: `${catalog?.brand.name ?? ''} · 自己的学习记录，不是证书`,
            }}
          />
        </>
      )}
    </Screen>
  )
}
