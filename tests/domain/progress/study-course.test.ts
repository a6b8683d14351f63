import type { StudyCourse } from '@domain/catalog/courses'
import { emptyProgress } from '@domain/progress/state'
import { placeIn } from '@domain/progress/study-course'

const course: StudyCourse = {
  id: 'c',
  title: '课程',
  note: '',
  weeks: [
    { title: '一', items: ['a-0001', 'e-0001', { quiz: 'a-0001' }] },
    { title: '二', items: ['a-0002'] },
  ],
}
const all = () => true
const finished = (...ids: string[]) => ({
  items: Object.fromEntries(ids.map(id => [id, { item: id, finishedAt: 1 } as never])),
  sets: {},
})

test('begins at the first step, and goes on at the first that is not done, whatever was done out of order', () => {
  expect(placeIn(course, emptyProgress(), all)).toMatchObject({ done: 0, next: { item: 'a-0001', week: 0 } })
  expect(placeIn(course, finished('a-0001', 'a-0002'), all)).toMatchObject({ done: 2, next: { item: 'e-0001' } })
})

test('a quiz is done when its set has been handed in, and then the course is', () => {
  const sets = { 'article:a-0001': { at: 1, day: '2026-11-28' } }
  const place = placeIn(course, { ...finished('a-0001', 'e-0001', 'a-0002'), sets }, all)
  expect(place.next).toBeUndefined()
  expect(place.done).toBe(4)
})

test('what has been withdrawn is no step, and neither are its questions', () => {
  const place = placeIn(course, emptyProgress(), id => id !== 'a-0001')
  expect(place.steps.map(it => it.item)).toEqual(['e-0001', 'a-0002'])
})
