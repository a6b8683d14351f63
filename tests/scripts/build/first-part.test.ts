import { firstPart, inOrder } from '../../../scripts/build/first-part'

const built = {
  files: {
    'pages/home/index': ['./js/home.js', './css/home.css'],
    'subpackages/library/search/index': ['./js/search.js'],
    'subpackages/branch/month/index': ['./js/month.js'],
  },
  volumes: { a: { names: {}, letters: '' }, e: { names: {}, letters: '' } },
  covers: [],
}
const html = `<script data-early>window.built = ${JSON.stringify(built)};(()=>{})()</script><link href="./css/app.css"><script src="js/app.js">`

test('the install waits for the app’s own files, the tabs, an article and search, and no other page', () => {
  const first = firstPart(html)
  const files = ['index.html', 'js/app.js', 'css/app.css', 'js/home.js', 'css/home.css', 'js/search.js', 'js/month.js']
  expect(files.filter(first)).toEqual(files.slice(0, -1))
})

test('of the feed it waits for lists and days, not for bodies and sources', () => {
  const first = firstPart(html)
  const feed = [
    'catalog',
    'schedule',
    'weeks-01',
    'days-11',
    'articles-reform-1978',
    'questions-reform',
    'sources-days-11',
    'ledger',
  ]
  expect(feed.filter(name => first(`feed/${name}.json`))).toEqual(['catalog', 'schedule', 'weeks-01', 'days-11'])
})

test('says so where index.html is written in another way', () => {
  expect(() => firstPart('<p>')).toThrow('window.built')
  expect(() => firstPart('window.built = {"files":{}};')).toThrow('没有找到应用自己的文件')
})

test('the rest comes in the order in which it is worth having', () => {
  const urls = ['covers/a.svg', 'feed/sources-x.json', 'feed/ledger.json', 'feed/articles-a.json', 'js/z.js', 'js/a.js']
  expect(inOrder(urls)).toEqual([
    'js/a.js',
    'js/z.js',
    'feed/articles-a.json',
    'feed/ledger.json',
    'covers/a.svg',
    'feed/sources-x.json',
  ])
})
