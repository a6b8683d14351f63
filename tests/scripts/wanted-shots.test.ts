import { wantedShots } from '../browser/wanted-shots'

const PAGES = ['home', 'article']
const LOOKS = ['light-1', 'dark-1']

test('pages and looks are told apart in any order', () => {
  expect(wantedShots(['dark-1', 'home'], PAGES, LOOKS)).toEqual({ pages: ['home'], looks: ['dark-1'] })
})

test('without a look all looks are taken, without a page the sheets of all', () => {
  expect(wantedShots(['home'], PAGES, LOOKS)).toEqual({ pages: ['home'], looks: LOOKS })
  expect(wantedShots([], PAGES, LOOKS)).toEqual({ pages: [], looks: LOOKS })
})

test('a name that is neither is refused, with what there is', () => {
  expect(() => wantedShots(['home', 'hmoe', 'dark-9'], PAGES, LOOKS)).toThrow(
    '没有叫 hmoe、dark-9 的页面或样子；样子有 light-1、dark-1，页面有 home、article',
  )
})
