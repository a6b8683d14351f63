import type { QueryWord } from './query'
import { APART, type Met } from './search'

/** Two characters may meet by chance where two words do: 取土 in 争取土地. */
const LONG = 3
/** Who has less of the query's worth than this is about something else: 做法 alone is no answer to 红烧肉做法. */
const ENOUGH = 0.5

/** Of so many words and more the names tell no more than the others: 工钱 in 安源煤矿工人闹罢工要工钱. */
export const MANY = 4
/** Whether a document with some of the words answers them all. */
export function fitting(
  words: readonly QueryWord[],
  about: readonly QueryWord[],
  worths: readonly number[],
): (met: readonly (Met | undefined)[]) => boolean {
  const apart = words.map(({ phrase }) => phrase === undefined)
  const enough = ENOUGH * worths.reduce((sum, worth, i) => sum + (apart[i] ? worth : 0), 0)
  const count = apart.filter(Boolean).length
  const length = words.reduce((sum, { typed }, i) => sum + (apart[i] ? typed.length : 0), 0)
  return met => {
    if (count === 1 || met.some((one, i) => one && about.indexOf(words[i]!) >= 0)) return true
    // What has nothing of the subject has to bear a long word of the rest in its name.
    if (
      about.length > 0 &&
      count < MANY &&
      !met.some((one, i) => one && one.own > APART && words[i]!.typed.length >= LONG)
    )
      return false
    if (worths.reduce((sum, worth, i) => sum + (met[i] && apart[i] ? worth : 0), 0) < enough) return false
    const telling = met.filter((one, i) => one && apart[i] && words[i]!.typed.length > 1)
    // 量子 alone does not answer 量子色动力学, of whose other characters each stands somewhere.
    return telling.length > 1 || telling.some(one => one!.place !== 'body' && 2 * one!.word.typed.length >= length)
  }
}
