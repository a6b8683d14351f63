import { useEffect } from 'react'
import type { Catalog } from '@domain/catalog/types'
import { placeIn } from '@domain/progress/study-course'
import { Row } from '@/components/row'
import { stepWords } from '@/layout/study/course-step'
import { readCourses } from '@/feed/feed'
import { isThere } from '@/hooks/course-steps'
import { useQuery } from '@/hooks/query'
import { open } from '@/navigation'
import { useCourses } from '@/stores/courses'
import { useMember } from '@/stores/member'

/** What comes next in the course that was begun last; nothing where none was. */
export function CourseNext({ catalog }: { catalog: Catalog }) {
  const { begun, load } = useCourses()
  const progress = useMember(state => state.progress)
  useEffect(() => void load().catch(() => undefined), [load])
  const latest = Object.entries(begun ?? {}).sort((a, b) => b[1] - a[1])[0]?.[0]
  const courses = useQuery(latest ? 'courses' : 'no courses', () =>
    latest ? readCourses() : Promise.resolve({ courses: [] }),
  )
  const there = isThere(catalog)
  const course = courses.status === 'ready' ? courses.value.courses.find(it => it.id === latest) : undefined
  if (!course) return null
  const { next, done, total } = placeIn(course, progress, there)
  const words = next && stepWords(catalog, next.item)
  if (!words) return null
  return (
    <Row
      id="course-next"
      kind={words.kind}
      title={words.title}
      note={`${course.title}，学到 ${done} / ${total}`}
      meta={words.cost}
      onPress={() => open(words.url)}
    />
  )
}
