import type { RoomQuestion } from '@domain/room/question'
import { bestWords, roundsOf, teamNames } from '@domain/room/words'

const of = (...types: string[]) => types.map((type, i) => ({ id: `q${i}`, type })) as unknown as RoomQuestion[]
const kinds = (questions: RoomQuestion[], mixed: boolean) => roundsOf(questions, mixed).map(it => it.kind)

test('a mixed round asks everybody first, then 判断, and ends with 抢答; every question once', () => {
  const questions = of('single', 'judge', 'multiple', 'single', 'single', 'single', 'judge')
  expect(kinds(questions, true)).toEqual(['all', 'all', 'judge', 'judge', 'buzz', 'buzz', 'buzz'])
  expect(new Set(roundsOf(questions, true).map(it => it.question))).toEqual(new Set(questions))
  expect(
    roundsOf(questions, true)
      .filter(it => it.kind === 'judge')
      .map(it => it.question.type),
  ).toEqual(['judge', 'judge'])
})

test('whoever wants quiet has 必答 only, in the order as it is', () => {
  const questions = of('judge', 'single')
  expect(kinds(questions, false)).toEqual(['all', 'all'])
  expect(roundsOf(questions, false).map(it => it.question)).toEqual(questions)
})

test('a few questions are not all 抢答', () => {
  expect(kinds(of('single', 'single'), true)).toEqual(['all', 'buzz'])
  expect(kinds(of('single'), true)).toEqual(['all'])
  expect(kinds(of('judge'), true)).toEqual(['judge'])
})

test('teams have numbers as names', () => {
  expect(teamNames(3)).toEqual(['第一队', '第二队', '第三队'])
  expect(teamNames(8)[7]).toBe('第八队')
})

test('the result names all teams that are equal, and nobody where nobody was right', () => {
  const title = (each: number[], best: { name: string; right: number }[] = []) => {
    const ranked = each.map((it, team) => ({ team, each: it })).sort((a, b) => b.each - a.each)
    return bestWords(ranked, best, each.length)
  }
  expect(title([2, 1.69, 1.68])).toBe('第一队答得最好')
  expect(title([2, 1.69, 1.68, 2])).toBe('第一队、第四队一样好')
  expect(title([1, 1])).toBe('第一队、第二队一样好')
  expect(title([1, 1, 1])).toBe('各队一样好')
  expect(title([0, 0])).toBe('辛苦了')
  expect(title([])).toBe('辛苦了')
  expect(title([], [{ name: '甲', right: 2 }])).toBe('甲答得最好')
})
