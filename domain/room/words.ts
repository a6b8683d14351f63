import type { RoundKind } from './game'
import type { AskedQuestion, RoomQuestion } from './question'

const NUMERALS = '一二三四五六七八'

/** 第一队, 第二队 … */
export const teamNames = (teams: number): string[] =>
  Array.from({ length: teams }, (_, i) => `第${NUMERALS[i] ?? i + 1}队`)

/** What is to be known before one answers: letters alone do not tell that several are right. Undefined where one is. */
export const severalWords = ({ type }: AskedQuestion): string | undefined =>
  type === 'multiple' ? '多选，选出所有正确的' : undefined

/** How many questions there were, and how many counted. */
export const countedWords = ({ count, counted = count }: { count: number; counted?: number }): string =>
  counted === count ? `一共 ${count} 题` : `一共 ${count} 题，算分的 ${counted} 题`

/**
 * Who was best, in the result's largest letters: teams where there are any, and all of those that are equal. Nobody is where
 * nobody was right.
 * @param ranked teams with members, the best first
 */
export function bestWords(
  ranked: readonly { team: number; each: number }[],
  best: readonly { name: string; right: number }[],
  teams: number,
): string {
  const [first] = ranked
  if (!first) return best[0] && best[0].right > 0 ? `${best[0].name}答得最好` : '辛苦了'
  if (first.each === 0) return '辛苦了'
  const equal = ranked.filter(it => it.each === first.each).map(it => teamNames(teams)[it.team]!)
  if (equal.length === 1) return `${equal[0]}答得最好`
  return equal.length === ranked.length && equal.length > 2 ? '各队一样好' : `${equal.join('、')}一样好`
}

/** So many of a mixed round are 抢答, at its end. */
const BUZZED = 3

/**
 * How each question is asked. A mixed round begins with 必答, goes on with 判断 and ends with 抢答; whoever wants quiet has 必答 only.
 * Questions are in the order in which they are asked.
 */
export function roundsOf(
  questions: readonly RoomQuestion[],
  mixed: boolean,
): { question: RoomQuestion; kind: RoundKind }[] {
  if (!mixed) return questions.map(question => ({ question, kind: 'all' }))
  const judged = questions.filter(it => it.type === 'judge')
  const chosen = questions.filter(it => it.type !== 'judge')
  const singles: RoomQuestion[] = chosen.filter(it => it.type === 'single')
  const most = Math.min(BUZZED, singles.length, Math.max(0, chosen.length - 1))
  const buzzed = singles.slice(singles.length - most)
  return [
    ...chosen.filter(it => buzzed.indexOf(it) < 0).map(question => ({ question, kind: 'all' as const })),
    ...judged.map(question => ({ question, kind: 'judge' as const })),
    ...buzzed.map(question => ({ question, kind: 'buzz' as const })),
  ]
}
