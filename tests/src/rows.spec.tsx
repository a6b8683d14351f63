import { render } from '@testing-library/react'
import type { ArticleMeta, EpisodeMeta } from '@domain/catalog/types'
import { DOT } from '@/components/dot'
import { Row } from '@/components/row'
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
  expect(read(false)).toContain(`读到\u00a040%${DOT}5\u00a0分钟`)
  expect(read(true)).not.toContain('读到')
  const heard = <EpisodeLine episode={episode} availability="package" done={false} second={95} onPress={nothing} />
  expect(words(heard)).toContain(`听到\u00a01:35${DOT}7\u00a0分钟`)
})

test('what was leafed through to its end is not said to be read', () => {
  const leafed = words(<ArticleRow article={article} done={false} reached={1} onPress={nothing} />)
  expect(leafed).toContain(`翻到末尾${DOT}5\u00a0分钟`)
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
  expect(bare.querySelector('.row__meta')?.textContent).toBe('5\u00a0分钟')
  const drawn = row('x.svg')
  expect(drawn.querySelector('.row--pictured .row__kind')).toBeNull()
  expect(drawn.querySelector('.row__meta')?.textContent).toBe('读\u00a05\u00a0分钟')
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
  expect(render(row).container.querySelector('.row__meta')?.textContent).toBe(`读到\u00a040%${DOT}5\u00a0分钟`)
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

/** Where a line may end, as a browser breaks what has no characters to break between: at spaces, and nowhere about a joiner. */
const pieces = (words: string) => {
  const { container } = render(<Row title="题" note={words} />)
  const note = container.querySelector('.row__words')!
  note.querySelector('.row__title')!.remove()
  return note.textContent!.replace(/\u2060/g, '').split(' ')
}

test.each([
  ['七届二中全会 · 1949年3月5日至13日', ['七届二中全会\u00a0·', '1949年3月5日至13日']],
  ['嫦娥四号、五号、六号 · 2019—2024年', ['嫦娥四号、五号、六号\u00a0·', '2019—2024年']],
  ['读 · 1921年7月 · 5 分钟', ['读\u00a0·', '1921年7月\u00a0·', '5\u00a0分钟']],
  ['连对 2 / 3 天 · 今天温习', ['连对\u00a02\u00a0/\u00a03\u00a0天\u00a0·', '今天温习']],
  ['2026-11-24 08:00 · 模拟考试', ['2026-11-24', '08:00\u00a0·', '模拟考试']],
  ['1898 — 1976', ['1898\u00a0—\u00a01976']],
])('%s ends a line between its pieces, and no line begins with a dot', (words, wanted) =>
  expect(pieces(words)).toEqual(wanted),
)

test('a title with a dot keeps it at the end of a line too', () => {
  const { container } = render(<Row title="继续读 · 四百七十五天" />)
  expect(container.textContent).toBe(`继续读${DOT}四百七十五天`)
})

test('only a range of dates that may be wider than a line is a piece of its own, broken between its parts and not within one', () => {
  const note = (words: string) => render(<Row title="题" note={words} />).container
  expect(note('过草地 · 1935年8月至9月').querySelector('.piece')).toBeNull()
  expect(note('中国梦 · 2011—2013年').textContent).toContain('2011\u2060—\u20602013年')
  expect(note('淮海战役 · 1948年11月至1949年1月').querySelector('.piece')?.textContent).toBe(
    '1948\u2060年11\u2060月\u2060至1949\u2060年1\u2060月',
  )
})
