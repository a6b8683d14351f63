import { personName } from '../text/person-name'
import type { Day } from '../time/day'
import type { Slip } from './slip'

/** Who a slip says it is of: as typed, and by the phone's own mark. */
export interface SlipPerson {
  name: string
  branch: string
  tag: number
}
/** What a secretary has said of slips that fit nobody: whose it is, by the member's id, or {@link NOBODY}. By {@link slipPersonKey}. */
export type SlipAnswers = Readonly<Record<string, string>>
/** Not of this branch. */
export const NOBODY = ''

/** What makes two slips the same person's. */
export const slipPersonKey = ({ name, branch, tag }: SlipPerson): string => JSON.stringify([branch, name, tag])

/** A member's week. */
export interface WeekRow {
  week: Day
  member: string
  name: string
}
export type WithSlip<Row> = Row & { slip?: true }

/** Rows of weeks with what the slips of those people say of them: studied, or nothing. */
export function withSlips<Row extends WeekRow>(
  rows: readonly Row[],
  slips: readonly Slip[],
  answers: SlipAnswers,
): WithSlip<Row>[] {
  const weeks = new Set(rows.map(it => it.week))
  const people = [...new Map(rows.map(({ member, name }) => [member, { member, name }])).values()]
  const { of } = matchSlips(
    slips.filter(it => weeks.has(it.week)),
    people,
    answers,
  )
  return rows.map(row => {
    const told = of.get(row.member)?.some(it => it.week === row.week && it.studyDays > 0)
    return told ? { ...row, slip: true as const } : row
  })
}

/** What a secretary has said, in words: of whose slips, and who that is; the latest first. */
export interface SlipAnswer {
  key: string
  /** As the slip says. */
  name: string
  /** Who that is; undefined is nobody of the branch. */
  whose?: string
}

/** The answers as a list. Of whom the roster of the month does not have, nothing but that they are not on it is known. */
export function listAnswers(answers: SlipAnswers, people: readonly { member: string; name: string }[]): SlipAnswer[] {
  return Object.entries(answers)
    .reverse()
    .map(([key, member]) => {
      const [, name] = JSON.parse(key) as [string, string, number]
      if (member === NOBODY) return { key, name }
      return { key, name, whose: people.find(it => it.member === member)?.name ?? '这个月不在名册上的人' }
    })
}

export interface MatchedSlips {
  /** Slips by the member they are of. */
  of: Map<string, Slip[]>
  /** People of slips that fit nobody, or fit a namesake of two phones: to be asked about once. */
  asked: SlipPerson[]
}

/**
 * Puts slips to the people of the roster: by what the secretary has answered, else by the name. Two phones under one name are
 * one person's or two people's; the second is asked about.
 */
export function matchSlips(
  slips: readonly Slip[],
  people: readonly { member: string; name: string }[],
  answers: SlipAnswers,
): MatchedSlips {
  const of = new Map<string, Slip[]>()
  const asked = new Map<string, SlipPerson>()
  const phones = new Map<string, string>()
  const members = new Set(people.map(it => it.member))
  const byName = new Map<string, string[]>()
  for (const { member, name } of people) {
    const known = personName(name)
    byName.set(known, [...(byName.get(known) ?? []), member])
  }
  for (const slip of slips) {
    const key = slipPersonKey(slip)
    const answer = answers[key]
    if (answer === NOBODY) continue
    // As the roster writes it: a padded 李 明 is 李明.
    const [name, phone] = [personName(slip.name), JSON.stringify([slip.branch, slip.tag])]
    const named = byName.get(name) ?? []
    const first = named.length === 1 && (phones.get(name) ?? phone) === phone ? named[0] : undefined
    const member = answer !== undefined && members.has(answer) ? answer : first
    if (member === undefined) {
      asked.set(key, { name: slip.name, branch: slip.branch, tag: slip.tag })
      continue
    }
    phones.set(name, phones.get(name) ?? phone)
    of.set(member, [...(of.get(member) ?? []), slip])
  }
  return { of, asked: [...asked.values()] }
}
