import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import type { CoursesFile } from '../../domain/catalog/courses'
import type { MemberEvent } from '../../domain/progress/events'
import { dayStart } from '../../domain/time/day'
import { uuidv7 } from '../../domain/time/uuid'
import { reads } from './answering'
import { durable, newPhone, press, top, useBrowser } from './phone'
import { seedEvents } from './seed'

useBrowser()

const DAY = '2026-11-24'
const { courses } = JSON.parse(fs.readFileSync('dist/h5/feed/courses.json', 'utf8')) as CoursesFile
const [course] = courses
const items = course!.weeks.flatMap(week => week.items)

const finished = (ids: string[]): MemberEvent[] =>
  ids.map((item, i) => {
    const at = dayStart(DAY) + (7 * 3_600 + i) * 1_000
    return { kind: 'finish', item, id: uuidv7(at, new Uint8Array(16).fill(i)), at, day: DAY } as MemberEvent
  })

test('two courses of four weeks and twelve things or more are on 学习', async () => {
  const { page, open, errors } = await newPhone()
  await open('/pages/learn/index')
  for (const { id, weeks } of courses) {
    assert.equal(weeks.length, 4)
    assert.ok(weeks.flatMap(week => week.items).length >= 12)
    await top(page).locator(`#course-${id}`).waitFor()
  }
  assert.ok(courses.length >= 2)
  assert.deepEqual(errors, [])
})

test('a course that is begun goes on at its place after a kill, on its page and on 首页, and 首页 can be told to be silent', async () => {
  const { page, open, go } = await newPhone()
  await page.clock.setFixedTime(new Date(`${DAY}T08:00:00+08:00`))
  await open('/pages/home/index')
  await page.locator('#row-daily').waitFor()
  // The records may be read after the list is there.
  await page.locator('.week-goal', { hasText: '本周已学' }).waitFor()
  assert.equal(await page.locator('#course-next').count(), 0, 'none has been begun')
  await press(page, 'tab-learn')
  await press(page, `course-${course!.id}`)
  await reads(page, /0 \/ 1\d/)
  await press(page, 'course-go')
  await page.locator('.article__paragraph').first().waitFor()
  await durable(page, 'courses', course!.id)
  const [first, second] = items as string[]
  await seedEvents(page, finished([first!]))
  await open(`/subpackages/library/course/index?id=${course!.id}`)
  await reads(page, /1 \/ 1\d/)
  await top(page).locator(`#step-${first} .icon--check`).waitFor()
  await go('/pages/home/index')
  await reads(page, new RegExp(`${course!.title}，学到\\s1\\s/\\s1\\d`))
  await press(page, 'course-next')
  await page.waitForFunction(id => location.hash.includes(`id=${id}`), second)
  await go(`/subpackages/library/course/index?id=${course!.id}`)
  await press(page, 'course-leave')
  await page.locator('#course-leave').waitFor({ state: 'detached' })
  await go('/pages/home/index')
  await page.locator('#row-daily').waitFor()
  // The records may be read after the list is there.
  await page.locator('.week-goal', { hasText: '本周已学' }).waitFor()
  assert.equal(await page.locator('#course-next').count(), 0)
})

test('an address of a course that is not there says so', async () => {
  const { page, open } = await newPhone()
  await open('/subpackages/library/course/index?id=nothing')
  await reads(page, '没有这门课程')
})
