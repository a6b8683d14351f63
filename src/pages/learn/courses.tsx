import { useEffect } from 'react'
import type { Catalog } from '@domain/catalog/types'
import { placeIn } from '@domain/progress/study-course'
import { Row } from '@/components/row'
import { Section } from '@/components/section'
import { readCourses } from '@/feed/feed'
import { isThere } from '@/hooks/course-steps'
import { useQuery } from '@/hooks/query'
import { open, routes } from '@/navigation'
import { useCourses } from '@/stores/courses'
import { useMember } from '@/stores/member'

/** Ways through what is there, with how far one has come. */
export function Courses({ catalog }: { catalog: Catalog }) {
  const courses = useQuery('courses', readCourses)
  const progress = useMember(state => state.progress)
  const load = useCourses(state => state.load)
  useEffect(() => void load().catch(() => undefined), [load])
  const there = isThere(catalog)
  if (courses.status !== 'ready' || courses.value.courses.length === 0) return null
  return (
    <Section title="课程" aside="一门四周">
      {courses.value.courses.map(course => {
        const { done, total, next } = placeIn(course, progress, there)
        return (
          <Row
            key={course.id}
            id={`course-${course.id}`}
            title={course.title}
            note={course.note}
            meta={`${done} / ${total}`}
            done={!next}
            onPress={() => open(routes.studyCourse(course.id))}
          />
        )
      })}
    </Section>
  )
}
