import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect } from 'react'
import type { StudyCourse } from '@domain/catalog/courses'
import type { Catalog } from '@domain/catalog/types'
import { placeIn } from '@domain/progress/study-course'
import { a11y } from '@/components/a11y'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ProgressLine } from '@/components/progress-line'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { stepWords } from '@/layout/study/course-step'
import { Loaded } from '@/layout/states/loaded'
import { LongList } from '@/layout/lists/long-list'
import { Screen } from '@/layout/screen'
import { readCourses } from '@/feed/feed'
import { isThere } from '@/hooks/course-steps'
import { useObjectPictures } from '@/hooks/object-pictures'
import { useQuery } from '@/hooks/query'
import { open, switchTab } from '@/navigation'
import { useCatalog } from '@/stores/catalog'
import { useCourses } from '@/stores/courses'
import { useMember } from '@/stores/member'
import './index.scss'

/** Rows with the page, and after a tap: on WeChat all four weeks would send more than a page may. */
const FIRST = 12
const FEW = 5

/** A course: four weeks of articles, episodes and questions in an order, each ticked wherever it was studied. */
export default function StudyCoursePage() {
  const { id = '' } = useRouter().params
  const { catalog } = useCatalog()
  const courses = useQuery('courses', readCourses)
  const load = useCourses(state => state.load)
  useEffect(() => void load().catch(() => undefined), [load])
  const none = (
    <Empty title="没有这门课程" hint="它可能已经改名" action={{ text: '去学习', onPress: () => switchTab('learn') }} />
  )
  return (
    <Screen title="课程" records>
      <Loaded of={courses} missing={none}>
        {({ courses: all }) => {
          const course = all.find(it => it.id === id)
          if (!course) return none
          return catalog && <Weeks course={course} catalog={catalog} />
        }}
      </Loaded>
    </Screen>
  )
}

function Weeks({ course, catalog }: { course: StudyCourse; catalog: Catalog }) {
  const progress = useMember(state => state.progress)
  const { begun, begin, leave } = useCourses()
  const pictureOf = useObjectPictures()
  const place = placeIn(course, progress, isThere(catalog))
  const next = place.next && stepWords(catalog, place.next.item)
  const on = begun?.[course.id] !== undefined
  const rows = place.steps.flatMap(step => {
    const words = stepWords(catalog, step.item)
    return words ? [{ ...step, words }] : []
  })
  const go = () => {
    if (!next) return
    if (!on) void begin(course.id).catch(() => undefined)
    open(next.url)
  }
  return (
    <View>
      <Text className="study-course__title" {...a11y({ role: 'heading', level: 1 })}>
        {course.title}
      </Text>
      <View className="study-course__note">{course.note}</View>
      <ProgressLine
        title={place.next ? `学到第 ${place.next.week + 1} 周` : '四周都学完了'}
        share={place.done / Math.max(1, place.total)}
        text={`${place.done} / ${place.total}`}
      />
      <View className="study-course__go">
        {next && (
          <Button id="course-go" look="main" onPress={go}>
            {`${on || place.done > 0 ? '接着学' : '开始'}：${next.title}`}
          </Button>
        )}
      </View>
      <View className="study-course__weeks">
        <LongList rows={rows} of={course.id} first={FIRST} few={FEW} unit="条">
          {({ item, done, week, words }, before) => {
            const picture = words.article && pictureOf(words.article)
            const steps = place.steps.filter(it => it.week === week)
            return [
              before?.week !== week && (
                <Section
                  key={`week-${week}`}
                  title={`第 ${week + 1} 周：${course.weeks[week]!.title}`}
                  aside={`${steps.filter(it => it.done).length} / ${steps.length}`}
                />
              ),
              <Row
                key={JSON.stringify(item)}
                id={`step-${words.id}`}
                kind={words.kind}
                picture={picture}
                drawings
                title={words.title}
                note={words.about}
                meta={picture === undefined ? words.cost : `${words.kind} ${words.cost}`}
                done={done}
                onPress={() => open(words.url)}
              />,
            ]
          }}
        </LongList>
      </View>
      <View>
        {on && (
          <Button id="course-leave" look="plain" onPress={() => void leave(course.id).catch(() => undefined)}>
            首页不再提这门课程
          </Button>
        )}
      </View>
    </View>
  )
}
