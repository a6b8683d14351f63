import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import type { SourcesVolume } from '../../domain/catalog/opened-sources'
import { shownAddress, shownPublisher } from '../../scripts/feed/compile/shown-address'

test.each([
  'http://cpc.people.com.cn/GB/64162/index.html',
  'https://www.gov.cn/x',
  'https://news.sina.com.cn:8080/a?b=c#d',
  'https://PEOPLE.com.cn/',
])('%s is shown', address => {
  expect(shownAddress(address)).toBe(address)
})

test.each([
  'http://people.com.cn.bet365.top/a',
  'http://notpeople.com.cn/a',
  'http://cn/a',
  'http://com.cn/a',
  'http://www.csjingheng.com/people.com.cn/1.html',
  'http://people.com.cn@evil.top/a',
  'http://156.155.174.10/a',
])('%s is not', address => {
  expect(shownAddress(address)).toBeUndefined()
})

test('whatever stands before or behind the host, a site that is not known is not shown', () => {
  fc.assert(
    fc.property(
      fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true, withFragments: true }),
      address => {
        expect(shownAddress(address.replace(/^(https?:\/\/[^/?#]+)/, '$1.example.top'))).toBeUndefined()
      },
    ),
    { numRuns: 100 },
  )
})

test.each([
  ['期刊（m.zgkjsz.com）', '期刊（转载网页）'],
  ['fx361.cc', '转载网页'],
  ['人民网（people.com.cn）', '人民网（people.com.cn）'],
  ['《党的文献》2017年第1.2期', '《党的文献》2017年第1.2期'],
])('of %s the app says %s', (publisher, said) => {
  expect(shownPublisher(publisher)).toBe(said)
})

test('no file of the built feed names another address', () => {
  const files = readdirSync('dist/feed').filter(name => name.startsWith('sources-'))
  expect(files.length).toBeGreaterThan(10)
  const sources = files.flatMap(
    name => (JSON.parse(readFileSync(`dist/feed/${name}`, 'utf8')) as SourcesVolume).sources,
  )
  expect(sources.filter(it => it.address !== undefined && shownAddress(it.address) === undefined)).toEqual([])
  expect(sources.some(it => it.address !== undefined)).toBe(true)
})
