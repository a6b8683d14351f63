import { render } from '@testing-library/react'
import type { ArticleMeta, EpisodeMeta } from '@domain/catalog/types'
import { DOT } from '@/components/dot'
import { ArticleRow, EpisodeLine } from '@/components/item-row'
import { WeekBars } from '@/components/week-bars'

const article = { id: 'a-0001', title: '四百七十五天', date: '1962-12-06', chars: 1300 } as ArticleMeta
const episode = { id: 'e-0001', title: '走错门的人', date: '1921-07', kind: 'audio', seconds: 420 } as EpisodeMeta
const words = (row: JSX.Element) => render(row).container.textContent
const nothing = () => undefined

test('a row says what a scene is about: its plain name, or when it was', () => {
  const line = (more: Partial<ArticleMeta>) =>
    words(<ArticleRow article={{ ...article, ...more }} done={false} onPress={nothing} />)
  expect(line({ subject: '焦裕禄在兰考' })).toContain(`焦裕禄在兰考${DOT}1962年12月6日`)
  expect(line({ subject: '焦裕禄在兰考 · 1962年' })).not.toContain('12月')
  expect(line({})).toContain('1962年12月6日')
  expect(words(<EpisodeLine episode={episode} availability="package" done={false} onPress={nothing} />)).toContain(
    '1921年7月',
  )
})

test('what was begun says how far, what is done only that it is', () => {
  const read = (done: boolean) => words(<ArticleRow article={article} done={done} reached={0.4} onPress={nothing} />)
  expect(read(false)).toContain(`读到 40%${DOT}5 分钟`)
  expect(read(true)).not.toContain('读到')
  const heard = <EpisodeLine episode={episode} availability="package" done={false} second={95} onPress={nothing} />
  expect(words(heard)).toContain(`听到 1:35${DOT}7 分钟`)
})

test('the sign of what is done stands with what it cost, in one place', () => {
  const { container } = render(<ArticleRow article={article} done onPress={nothing} />)
  expect(container.querySelector('.row__meta .icon--check')).toBeTruthy()
  expect(container.querySelectorAll('.icon--check')).toHaveLength(1)
})

test('the number of a bar stands on the bar, however low', () => {
  const day = (minutes: number) => ({ name: String(minutes), parts: [{ kind: 'read' as const, minutes }], answers: 0 })
  const { container } = render(<WeekBars bars={[day(40), day(10), day(0)]} label="" />)
  const tracks = [...container.querySelectorAll<HTMLElement>('.week-bars__track')]
  expect(tracks.map(it => [it.textContent, it.style.getPropertyValue('--high')])).toEqual([
    ['40', '72px'],
    ['10', '18px'],
    ['', ''],
  ])
})
