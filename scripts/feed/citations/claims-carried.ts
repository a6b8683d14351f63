import { sentencesIn, withQuotation } from '../checks/coverage'
import { markedOf, type Corpus, type TextDoc } from '../corpus/corpus'
import type { LedgerIndex } from '../corpus/ledger-index'
import type { SourceUse } from '../schema/fields'
import { countsIn } from '../text/checkable'
import { comparable } from '../text/comparable'
import { numbersIn } from '../text/numerals'
import { simplified } from '../text/simplified'
import { officeWords } from './person'
import { restsOn } from './rests-on'

export type ClaimKind = '引语' | '数字' | '职务'

/** Words of a text that two independent sources should carry, and the sources whose recorded words have them. */
export interface CarriedClaim {
  kind: ClaimKind
  words: string
  line: number
  /** Ids, each once; none where it is put otherwise in the words it rests on. */
  sources: string[]
}

/** Shorter ones are names and single words in quotation marks. */
const SPOKEN = /“([^”]{6,})”/gu

/** 万 and 亿 are read with the number before them, or stand apart in a source. */
const SCALES = [1, 1e4, 1e8]
const sameNumber = (a: number, b: number) => SCALES.some(scale => a * scale === b || b * scale === a)

/** The quotations, counts and offices of a text, each once, with the sources that carry each. */
export function claimsCarried(doc: TextDoc, index: LedgerIndex): CarriedClaim[] {
  const found = new Map<string, CarriedClaim>()
  for (const marked of markedOf(doc)) {
    const sentences = sentencesIn(marked)
    sentences.forEach(({ text, line, cited }, at) => {
      const uses = withQuotation(sentences, at).flatMap(it => restsOn(doc, it, index))
      const add = (kind: ClaimKind, words: string, has: (source: string) => boolean) => {
        const key = `${kind} ${words}`
        if (found.has(key)) return
        const sources = uses.filter(use => has(simplified(use.words))).map(({ id }: SourceUse) => id)
        found.set(key, { kind, words, line, sources: [...new Set(sources)] })
      }
      for (const [, words = ''] of text.matchAll(SPOKEN)) {
        const said = comparable(words)
        add('引语', words, source => {
          const other = comparable(source)
          return other.includes(said) || (other.length >= 6 && said.includes(other))
        })
      }
      for (const words of countsIn(text)) {
        const counted = numbersIn(words)
        add('数字', words, source => {
          const known = numbersIn(source)
          return counted.every(number => known.some(other => sameNumber(number, other)))
        })
      }
      for (const key of cited) {
        const person = key.startsWith('person ') ? index.people.get(key.slice('person '.length))?.value : undefined
        const name = person && [person.name, ...person.aliases].find(it => text.includes(it))
        const office = name === undefined ? undefined : officeWords(text.slice(0, text.indexOf(name)))
        // The last two characters are the office itself: 部长, 书记, 主席.
        if (office !== undefined) add('职务', office + name, source => source.includes(office.slice(-2)))
      }
    })
  }
  return [...found.values()]
}

/** Files of sources that are the record itself: laws, works, the evening news, the chronicle and the reports. */
const RECORDS = /\/(?:laws|mao-works|evening-news|repositories)\.yml$/u

/** Whether a source is a record (a law, a work, the chronicle, the news of the day), not somebody's page about it. */
export const isRecord = ({ at }: Corpus['sources'][number]): boolean => RECORDS.test(at.file)
