import { besideEachOther } from '@domain/search/beside'
import { ledgerDocuments } from '@domain/search/documents'
import { lookUp } from '@domain/search/look-up'
import { nameTable } from '@domain/search/query'
import { cutAt } from '@domain/search/question-words'
import { event } from './entries'

/** 林 and 改 each stand in many texts, together in one name. */
const LEDGER = {
  events: [
    event('diaoyan', '省长到县里调研林改', '2002-06-01', '第一个分山到户的村请他看山。'),
    ...Array.from({ length: 24 }, (_, i) => event(`lin-${i}`, `第${i}片林场`, '1958-01-01', '林深，树多。')),
    ...Array.from({ length: 24 }, (_, i) => event(`gai-${i}`, `第${i}条改了`, '1980-01-01', '改了，又改。')),
    ...Array.from({ length: 24 }, (_, i) => event(`cun-${i}`, `第${i}座村庄`, '1990-01-01', '村里的事。')),
  ],
  people: [],
  works: [],
  glossary: [],
}
const documents = ledgerDocuments(LEDGER)
const names = nameTable(LEDGER)
const found = (query: string) => lookUp(documents, names, query)
const LINES = '\n省长到县里调研林改\n植树造林\n'
const words = (...all: string[]) => all.map(typed => ({ typed, forms: [typed] }))

test('a short word that texts write too seldom to be cut out is found by the name that ends with it', () => {
  expect(cutAt('林改第一村', documents).slice(0, 2)).toEqual(['林', '改'])
  const { hits, words: looked } = found('林改第一村')
  expect(hits[0]?.document.id).toBe('diaoyan')
  expect(looked[0]!.typed).toBe('林改')
})

test('characters are one word only where they stand side by side in what was typed, and at an end of a name', () => {
  const joined = (query: string, ...typed: string[]) =>
    besideEachOther(words(...typed), query, LINES)?.map(it => it.typed)
  expect(joined('林改第一村', '林', '改', '第一', '村')).toEqual(['林改', '第一', '村'])
  expect(joined('林场改制', '林', '改', '制')).toBeUndefined()
  expect(joined('树造', '树', '造')).toBeUndefined()
})

test('what no name has stays unfound', () => {
  expect(found('红烧肉第一锅').hits).toEqual([])
})
