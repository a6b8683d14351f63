import type { Column } from '../../../../domain/text/table'
import { ROSTER_OF_BRANCH } from '../../../../domain/contract/limits'
import type { BadCell, RosterDiff } from '../../../../domain/contract/roster'
import { ROSTER_ROLES, type Role } from '../../../../domain/contract/roles'
import { type Line, MEMBER_SHEET, type MemberColumn, STATUSES, nameOf } from './columns'
import { type PersonCells, readPerson } from './person-cells'
import { personName } from '../../../../domain/text/person-name'
import type { Sheet } from './read'

/** A member of the branch as stored. */
export interface BranchMember {
  id: string
  name: string
  status: 'active' | 'left'
  offline: boolean
  /** Has a phone bound: then no digits are kept. */
  bound: boolean
  last4Hmac: string | null
  roles: { role: Role; org: string }[]
  committee: boolean
  /** '' is none. */
  group: string
}

/** What the sheet of one branch holds. Offices and transfers are the district's business (npm run roster). */
export const BRANCH_SHEET_COLUMNS: readonly Column<BranchMember>[] = [
  { key: 'id', title: '编号', type: 'text', value: m => m.id },
  { key: 'name', title: '姓名', type: 'text', value: m => m.name },
  // Only their hash is kept.
  { key: 'last4', title: '手机后四位', type: 'text', value: () => '' },
  { key: 'offline', title: '不用手机', type: 'text', value: m => (m.offline ? '是' : '') },
  { key: 'status', title: '状态', type: 'text', value: m => nameOf(STATUSES, m.status) },
  { key: 'committee', title: '支委', type: 'text', value: m => (m.committee ? '是' : '') },
  { key: 'group', title: '党小组', type: 'text', value: m => m.group },
]

/** What a line does to its person. */
export type Change = 'added' | 'changed' | 'left' | 'same'

export interface BranchPlan {
  people: { change: Change; before?: BranchMember; next: PersonCells }[]
  changes: RosterDiff
  problems: BadCell[]
  /** Who is on the roster and in no line, by name. */
  missing: string[]
  /** Whose line had no number and was found by the name, which only they have. */
  byName: string[]
}

/** Whoever numbers their list from 1 gives no number of ours. */
const RUNNING_NUMBER = /^\d{1,5}[.、]?$/

/**
 * Checks a sheet against itself and the branch. `self` is who sends it. A line without a number is of whoever has the name; a
 * column that is not there leaves what is stored. With any problem the plan must not be carried out. `hashOf` is what would be
 * stored of four digits.
 */
export function checkBranchSheet(
  sheet: Sheet<MemberColumn>,
  branch: string,
  stored: readonly BranchMember[],
  self: string,
  hashOf: (last4: string) => string,
): BranchPlan {
  const problems = [...sheet.problems]
  const { lines, letters } = sheet
  const sheetBad = (reason: string) => problems.push({ sheet: sheet.name, cell: 'A1', reason })
  if (lines.length === 0 && problems.length === 0) sheetBad(`“${sheet.name || MEMBER_SHEET}”里没有一行党员`)
  if (lines.length > ROSTER_OF_BRANCH) sheetBad(`一个支部的表最多 ${ROSTER_OF_BRANCH} 行`)
  const known = new Map(stored.map(it => [it.id, it]))
  const named = new Map<string, BranchMember[]>()
  for (const it of stored.filter(it => it.status === 'active')) {
    named.set(personName(it.name), [...(named.get(personName(it.name)) ?? []), it])
  }
  const idOf = (cells: Line<MemberColumn>['cells']) => (RUNNING_NUMBER.test(cells.编号) ? '' : cells.编号.toLowerCase())
  /** Lines that give a number, by it. */
  const numbered = new Map(lines.map(({ cells }) => [idOf(cells), cells]))
  const ids = new Map<string, number>()
  const fresh = new Map<string, number>()
  const renamed = new Map<string, number>()
  // Who has another name in this sheet, or leaves by it, gives theirs up.
  const keeps = (name: string, id: string) =>
    (named.get(name) ?? []).some(it => {
      const line = numbered.get(it.id)
      if (it.id === id) return false
      return !line || (personName(line.姓名) === name && STATUSES[line.状态 as keyof typeof STATUSES] !== 'left')
    })
  const byName: string[] = []
  const people = lines.slice(0, ROSTER_OF_BRANCH).map(({ row, cells }) => {
    const bad = (column: MemberColumn, reason: string) =>
      problems.push({
        sheet: sheet.name,
        cell: `${letters[column] ?? 'A'}${row}`,
        ...(cells.姓名 ? { name: cells.姓名 } : {}),
        reason,
      })
    const read = readPerson(cells, letters, bad)
    const id = idOf(cells)
    const namesakes = id ? [] : (named.get(read.name) ?? [])
    const found = namesakes.length === 1 && !numbered.has(namesakes[0]!.id) ? namesakes[0] : undefined
    const before = found ?? known.get(id)
    const twice = before && ids.get(before.id)
    if (id && !before) bad('编号', '本支部没有这个编号；新党员请留空，外支部转来的请上级办理')
    if (id && twice) bad('编号', `与第 ${twice} 行重复`)
    else if (!id && (fresh.has(read.name) || renamed.has(read.name)))
      bad(
        '姓名',
        `与第 ${fresh.get(read.name) ?? renamed.get(read.name)} 行同名；是同一人请删去一行，不是请在名字后加区别字`,
      )
    else if (namesakes.length > 0 && !found) bad('姓名', '支部里已有同名党员；是同一人请填编号，不是请在名字后加区别字')
    if (before) ids.set(before.id, row)
    if (!id && read.name) fresh.set(read.name, row)
    if (found && !twice) byName.push(found.name)
    const next = before ? { ...read, ...unsaid(before, letters) } : read
    if (before && next.status === 'active' && next.name && next.name !== personName(before.name)) {
      const other = renamed.get(next.name)
      if (other !== undefined) bad('姓名', `与第 ${other} 行改成了同一个名字，请在名字后加区别字`)
      else if (keeps(next.name, id)) bad('姓名', '支部里已有同名党员，请在名字后加区别字')
      renamed.set(next.name, row)
    }
    checkOffice({ row, cells }, branch, before, bad)
    if (!before && next.status === 'left') bad('状态', '新党员不能是“转出”')
    if (before?.id === self && next.status === 'left') bad('状态', '不能把自己转出，请上级办理')
    else if (before?.roles.some(it => it.org !== branch)) checkUntouched(before, next, bad)
    return { change: changeOf(before, next, hashOf), ...(before ? { before } : {}), next }
  })
  const added = people.filter(it => !it.before).length
  if (stored.length + added > ROSTER_OF_BRANCH) {
    sheetBad(`一个支部的名册（连转出的）最多 ${ROSTER_OF_BRANCH} 人，现有 ${stored.length} 人，表里又加 ${added} 人`)
  }
  const changes = { ...sumUp(people, it => it.next.name), ...(isReordered(people, stored) ? { reordered: true } : {}) }
  const missing = stored.flatMap(it => (it.status === 'active' && !ids.has(it.id) ? it.name : []))
  return { people, changes, problems, missing, byName }
}

/** What the sheet has no column for stays as it is. */
function unsaid(
  { offline, status }: BranchMember,
  letters: Partial<Record<MemberColumn, string>>,
): Partial<Pick<PersonCells, 'offline' | 'status'>> {
  return {
    ...(letters.不用手机 === undefined ? { offline } : {}),
    ...(letters.状态 === undefined ? { status } : {}),
  }
}

/** Whether the sheet names everybody, and those who were there in another order; `stored` is as on the roster. */
function isReordered(people: BranchPlan['people'], stored: readonly BranchMember[]): boolean {
  const named = people.flatMap(it => (it.before?.status === 'active' ? it.before.id : []))
  const roster = stored.flatMap(it => (it.status === 'active' ? it.id : []))
  return named.length === roster.length && named.some((id, i) => id !== roster[i])
}

/** What a sheet does, by what `of` gives of each person. */
export function sumUp<T extends { change: Change }>(people: readonly T[], of: (person: T) => string): RosterDiff {
  const those = (change: Change) => people.filter(it => it.change === change)
  return {
    added: those('added').map(of),
    changed: those('changed').map(of),
    left: those('left').map(of),
    same: those('same').length,
  }
}

/** Columns of the district's sheet may stand there and must say what is stored: a secretary gives no offices. */
function checkOffice(
  { cells }: Line<MemberColumn>,
  branch: string,
  before: BranchMember | undefined,
  bad: (column: MemberColumn, reason: string) => void,
): void {
  const { 支部编码, 职务, 管理组织编码 } = cells
  if (支部编码 && 支部编码 !== branch) bad('支部编码', `这是“${branch}”支部的表；转移支部请上级办理`)
  const held = before?.roles ?? []
  // What a list of one's own calls 职务 is no office of ours: 组织委员, 科员.
  if (
    职务 &&
    ROSTER_ROLES[职务 as keyof typeof ROSTER_ROLES] &&
    !held.some(it => nameOf(ROSTER_ROLES, it.role) === 职务)
  )
    bad('职务', '职务由上级设置，请留空')
  if (管理组织编码 && !held.some(it => it.org === 管理组织编码)) bad('管理组织编码', '职务由上级设置，请留空')
}

/**
 * Whoever could put the name and digits of an office holder could bind a phone of their own as them. Digits are refused also
 * when they are those stored: the check would tell which they are.
 */
function checkUntouched(
  before: BranchMember,
  next: PersonCells,
  bad: (column: MemberColumn, reason: string) => void,
): void {
  if (next.name !== personName(before.name)) bad('姓名', '这位党员在上级有职务，姓名请上级改')
  if (next.last4 !== undefined) bad('手机后四位', '这位党员在上级有职务，手机后四位由上级填，请留空')
  if (next.status !== before.status) bad('状态', '这位党员在上级有职务，转出请上级办理')
}

function changeOf(before: BranchMember | undefined, next: PersonCells, hashOf: (last4: string) => string): Change {
  if (!before) return 'added'
  if (before.status === 'active' && next.status === 'left') return 'left'
  return differs(before, next, hashOf) ? 'changed' : 'same'
}

function differs(before: BranchMember, next: PersonCells, hashOf: (last4: string) => string): boolean {
  if (before.name !== next.name || before.offline !== next.offline || before.status !== next.status) return true
  const { committee = before.committee, group = before.group } = next.post
  if (committee !== before.committee || group !== before.group) return true
  return next.last4 !== undefined && !before.bound && hashOf(next.last4) !== before.last4Hmac
}
