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

test('what was leafed through to its end is not said to be read', () => {
  const leafed = words(<ArticleRow article={article} done={false} reached={1} onPress={nothing} />)
  expect(leafed).toContain(`翻到末尾${DOT}5 分钟`)
  expect(leafed).not.toContain('100%')
})

test('the sign of what is done stands with what it cost, in one place', () => {
  const { container } = render(<ArticleRow article={article} done onPress={nothing} />)
  expect(container.querySelector('.row__meta .icon--check')).toBeTruthy()
  expect(container.querySelectorAll('.icon--check')).toHaveLength(1)
})

test('in a list of drawings a row’s kind stands in the drawing’s place, or with what it costs, once', () => {
  const row = (picture: string | undefined) =>
    render(<ArticleRow article={article} done={false} picture={picture} drawings onPress={nothing} />).container
  const bare = row(undefined)
  expect(bare.querySelector('.row--pictured .row__kind')?.textContent).toBe('读')
  expect(bare.querySelector('.row__meta')?.textContent).toBe('5 分钟')
  const drawn = row('x.svg')
  expect(drawn.querySelector('.row--pictured .row__kind')).toBeNull()
  expect(drawn.querySelector('.row__meta')?.textContent).toBe('读 5 分钟')
  // One that is on its way has its place already.
  expect(row('').querySelector('.row--pictured .row__picture')).toBeTruthy()
  const plain = render(<ArticleRow article={article} done={false} onPress={nothing} />).container
  expect(plain.querySelector('.row--pictured')).toBeNull()
})

test('a drawing is decoration: nobody reads it out, and the row’s name says what the words say', () => {
  const { container } = render(<ArticleRow article={article} done picture="x.svg" drawings onPress={nothing} />)
  expect(container.querySelector('.row__picture')?.getAttribute('aria-hidden')).toBe('true')
  expect(container.querySelector('.row')?.getAttribute('aria-label')).toBe(
    '四百七十五天，1962年12月6日，读 5 分钟，已学完',
  )
})

test('how far one has read says the kind itself', () => {
  const row = <ArticleRow article={article} done={false} reached={0.4} picture="x.svg" drawings onPress={nothing} />
  expect(render(row).container.querySelector('.row__meta')?.textContent).toBe(`读到 40%${DOT}5 分钟`)
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
