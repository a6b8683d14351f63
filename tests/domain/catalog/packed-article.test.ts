import { packCatalog, unpackCatalog } from '@domain/catalog/packed-catalog'
import { unpackOneArticle } from '@domain/catalog/packed-article'
import type { ArticleMeta, Catalog } from '@domain/catalog/types'

const article = (id: string, date: string, rest: Partial<ArticleMeta> = {}): ArticleMeta => ({
  id,
  title: `${id} 的题目`,
  shelf: 'reform',
  period: 'reform',
  date,
  chars: 700,
  volume: Number(date.slice(0, 4)) < 1992 ? 'articles-reform-1978.json' : 'articles-reform-1992.json',
  questions: 3,
  checked: true,
  approved: false,
  ...rest,
})

test('one row of the lists, read alone, says what all of them read together say of it', () => {
  const articles = [
    article('a-0001', '1978-12-18', { subject: '十一届三中全会 · 1978年12月', drawn: true }),
    article('a-0012', '1992-01', { subject: '南方谈话', approved: true }),
    article('a-1234', '2001', { checked: false }),
  ]
  const packed = packCatalog({
    shelves: [{ id: 'reform', title: '改革开放', short: '改革', note: '', volumes: [1978, 1992] }],
    periods: [{ id: 'reform', title: '改革开放', from: 1978, to: 2012 }],
    series: [],
    articles,
    episodes: [],
  } as unknown as Catalog)
  expect(articles.map(({ id }) => unpackOneArticle(packed, id))).toEqual(unpackCatalog(packed).articles)
  expect(articles.map(({ id }) => unpackOneArticle(packed, id))).toEqual(articles)
  expect(unpackOneArticle(packed, 'a-9999')).toBeUndefined()
})
