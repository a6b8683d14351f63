import type { Ledger } from '../catalog/ledger'
import { findWord } from './find'
import { plainForm } from './plain-form'
import type { Question } from './question'
import type { ContentWord } from './question-words'

const NUMBER = '(?:[\\d][\\d.,]*|[一二三四五六七八九十百千万亿两零〇]+)(?:[多余来几])?(?:万|亿|千|百)?(?:[多余])?'
const YEAR = /\d{4}年|[〇一二三四五六七八九]{4}年/g
const DAY =
  /\d{4}年|\d{1,2}月\d{1,2}日|\d{1,2}月|[〇一二三四五六七八九]{4}年|[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日/g
const HOUR = /[\d一二三四五六七八九十]{1,3}[时点]/
const AGE = new RegExp(`${NUMBER}(?:周)?岁`)
const CAUSE =
  /因为|由于|为了|因此|所以|原因|因而|起因|为的是|目的是|免得|以免|以便|导致|为避免|为防|怕|于是|既然|因(?=[^素此而])/
const PLACE =
  /(?:在|于|到|位于|地处)[^，。；、]{1,12}(?:省|市|县|区|州|村|镇|乡|路|街|巷|号|山|岛|港|馆|楼|厅|寺|祠|庙|院|厂|沟|江|河|海|湖|城|家|处|里)/

/** What an answer of each kind has to have beside the words of the question. */
export interface Carriers {
  /** Whether a sentence carries what is asked for, beyond what the question says itself. */
  in(sentence: string): boolean
}

/** What a sentence must have to answer `question`: a date, an age, a place, a cause … that the question does not say itself. */
export function carriersOf(question: Question, words: readonly ContentWord[], ledger: Ledger): Carriers {
  const said = plainForm(question.rest)
  const beyond = (sentence: string, pattern: RegExp) =>
    (sentence.match(pattern) ?? []).some(it => said.indexOf(plainForm(it)) < 0)
  switch (question.kind) {
    case 'when':
      if (/点|小时/.test(question.asking)) return { in: it => HOUR.test(it) }
      return {
        in: it => beyond(it, /年(?!代)/.test(question.asking) && !/月|日|号|天/.test(question.asking) ? YEAR : DAY),
      }
    case 'age':
      return { in: it => AGE.test(it) }
    case 'why':
      return { in: it => CAUSE.test(it) }
    case 'where': {
      const places = placesOf(ledger)
      return { in: it => PLACE.test(it) || places.some(place => it.indexOf(place) >= 0 && said.indexOf(place) < 0) }
    }
    case 'who': {
      const people = ledger.people
        .flatMap(it => [it.name])
        .filter(name => name.length > 1 && !words.some(word => word.forms.indexOf(plainForm(name)) >= 0))
      return { in: it => people.some(name => it.indexOf(name) >= 0) }
    }
    case 'figure': {
      if (question.unit) {
        const counted = new RegExp(`${NUMBER}(?:${question.unit.source})`)
        return { in: it => counted.test(it) }
      }
      const near = countedNear(words)
      return { in: near }
    }
    default:
      return { in: () => true }
  }
}

/** A number and one of the words close to each other: 全国党员195名, 四千名代表. */
function countedNear(words: readonly ContentWord[]): (sentence: string) => boolean {
  const number = new RegExp(NUMBER, 'g')
  return sentence => {
    const plain = plainForm(sentence)
    return (plain.match(number) ?? []).some(it => {
      const at = plain.indexOf(it)
      const around = plain.slice(Math.max(0, at - 8), at + it.length + 8)
      return words.some(word => !word.name && word.forms.some(form => findWord(around, form) >= 0))
    })
  }
}

function placesOf(ledger: Ledger): string[] {
  const places = new Set<string>()
  for (const { place } of ledger.events)
    for (const part of place?.split(/[、，,]/) ?? []) if (part.length > 1) places.add(part)
  return [...places]
}
