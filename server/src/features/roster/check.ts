import { ROSTER_ORG_TYPES } from '../../../../domain/contract/org-types'
import type { Member, Org } from '../../database/tables'
import { ROSTER_ROLES, type Role } from '../../../../domain/contract/roles'
import type { BadCell } from '../../../../domain/contract/roster'
import { MEMBER_SHEET, type MemberColumn, ORG_SHEET, type OrgColumn } from './columns'
import { type PersonCells, readPerson } from './person-cells'
import { personName } from '../../../../domain/text/person-name'
import type { RosterFile } from './read'

export interface PlannedMember extends PersonCells {
  /** Absent for a new member. */
  id?: string
  branch: string
  role?: { role: Role; org: string }
}
export interface Plan {
  orgs: Omit<Org, 'tenant_id' | 'demo'>[]
  members: PlannedMember[]
}
export interface Existing {
  orgs: readonly Pick<Org, 'org_id' | 'parent_id' | 'type' | 'name' | 'path'>[]
  members: readonly Pick<Member, 'member_id' | 'branch_id' | 'name' | 'status'>[]
}

const CODE = /^[A-Za-z0-9][\w.-]{0,39}$/

/** Checks a whole roster against itself and what is stored. With any problem the plan must not be carried out. */
export function checkRoster(file: RosterFile, existing: Existing): { plan: Plan; problems: BadCell[] } {
  const problems = [...file.problems]
  const orgs = checkOrgs(file, existing, problems)
  const members = checkMembers(file, existing, orgs, problems)
  return {
    plan: { orgs: [...orgs.values()].filter(it => it.changed).map(({ changed: _c, ...it }) => it), members },
    problems,
  }
}

type Known = Omit<Org, 'tenant_id' | 'demo'> & { changed: boolean }

/** Codes that stand in the sheet, also in rows that are wrong otherwise: whoever points to them has no mistake of their own. */
const codesIn = (file: RosterFile) => new Set(file.orgs.map(it => it.cells.组织编码))

function checkOrgs(file: RosterFile, existing: Existing, problems: BadCell[]): Map<string, Known> {
  const written = codesIn(file)
  const known = new Map<string, Known>(existing.orgs.map(it => [it.org_id, { ...it, changed: false }]))
  const rows = new Map<string, number>()
  for (const { row, cells } of file.orgs) {
    const bad = (column: OrgColumn, reason: string) =>
      problems.push({ sheet: ORG_SHEET, cell: `${file.letters.orgs[column] ?? 'A'}${row}`, reason })
    const id = cells.组织编码
    const type = ROSTER_ORG_TYPES[cells.类型 as keyof typeof ROSTER_ORG_TYPES]
    const before = known.get(id)
    if (!CODE.test(id)) bad('组织编码', '编码须为 1–40 位字母、数字、点、横线，以字母或数字开头')
    else if (rows.has(id)) bad('组织编码', `与第 ${rows.get(id)} 行重复`)
    else if (before?.type === 'branch' && type && type !== 'branch') bad('类型', '已有的支部不能改成别的类型')
    if (!cells.组织名称) bad('组织名称', '不能为空')
    if (cells.组织名称.length > 80) bad('组织名称', '最多 80 个字')
    if (!type) bad('类型', `应为：${Object.keys(ROSTER_ORG_TYPES).join('、')}`)
    if (type === 'district' && cells.上级编码) bad('上级编码', '区没有上级')
    if (type && type !== 'district' && !cells.上级编码) bad('上级编码', '不能为空')
    if (!CODE.test(id) || !type || rows.has(id)) continue
    rows.set(id, row)
    known.set(id, {
      org_id: id,
      parent_id: cells.上级编码 || null,
      type,
      name: cells.组织名称,
      path: before?.path ?? '',
      changed: before?.type !== type || before.name !== cells.组织名称 || before.parent_id !== (cells.上级编码 || null),
    })
  }
  for (const [id, row] of rows) {
    const org = known.get(id)!
    const bad = (reason: string) =>
      problems.push({ sheet: ORG_SHEET, cell: `${file.letters.orgs.上级编码 ?? 'A'}${row}`, reason })
    const parent = org.parent_id === null ? undefined : known.get(org.parent_id)
    if (org.parent_id !== null && !parent && written.has(org.parent_id)) continue
    if (org.parent_id !== null && !parent) bad(`没有编码为“${org.parent_id}”的组织`)
    else if (parent?.type === 'branch') bad('支部下面不能再有组织')
    else if (pathOf(org, known) === undefined) bad('上级关系成了圈')
    // Those in the sheet are told in their own rows.
    const below = [...known.values()].filter(it => it.parent_id === id && !rows.has(it.org_id)).length
    if (org.type === 'branch' && below > 0) {
      const cell = `${file.letters.orgs.类型 ?? 'A'}${row}`
      problems.push({
        sheet: ORG_SHEET,
        cell,
        reason: `下面还有 ${below} 个组织，不能改成支部；请先把它们转到别的上级`,
      })
    }
  }
  // A moved organisation takes everything under it along.
  for (const org of known.values()) {
    const path = pathOf(org, known) ?? org.path
    if (path !== org.path) known.set(org.org_id, { ...org, path, changed: true })
  }
  return known
}

function pathOf(org: Known, known: Map<string, Known>): string | undefined {
  const codes: string[] = []
  for (let at: Known | undefined = org; at; at = at.parent_id === null ? undefined : known.get(at.parent_id)) {
    if (codes.includes(at.org_id)) return undefined
    codes.unshift(at.org_id)
  }
  return `/${codes.join('/')}/`
}

function checkMembers(
  file: RosterFile,
  existing: Existing,
  orgs: Map<string, Known>,
  problems: BadCell[],
): PlannedMember[] {
  const stored = new Map(existing.members.map(it => [it.member_id, it]))
  const namesakes = new Set(
    existing.members.filter(it => it.status === 'active').map(it => `${it.branch_id} ${personName(it.name)}`),
  )
  const ids = new Map<string, number>()
  const written = codesIn(file)
  const unread = (code: string) => written.has(code) && !orgs.has(code)
  const fresh = new Map<string, number>()
  return file.members.map(({ row, cells }) => {
    const bad = (column: MemberColumn, reason: string) =>
      problems.push({ sheet: MEMBER_SHEET, cell: `${file.letters.members[column] ?? 'A'}${row}`, reason })
    const id = cells.编号.toLowerCase()
    if (id && !stored.has(id)) bad('编号', '没有这个编号的党员；新党员请留空')
    if (id && ids.has(id)) bad('编号', `与第 ${ids.get(id)} 行重复`)
    if (id) ids.set(id, row)
    const person = readPerson(cells, file.letters.members, bad)
    if (orgs.get(cells.支部编码)?.type !== 'branch' && !unread(cells.支部编码))
      bad('支部编码', `没有编码为“${cells.支部编码}”的支部`)
    const key = `${cells.支部编码} ${person.name}`
    if (!id && namesakes.has(key)) bad('姓名', '支部里已有同名党员；是同一人请填编号，不是请在名字后加区别字')
    if (!id && fresh.has(key))
      bad('姓名', `与第 ${fresh.get(key)} 行同名同支部；是同一人请删去一行，不是请在名字后加区别字`)
    if (!id) fresh.set(key, row)
    const role = cells.职务 ? ROSTER_ROLES[cells.职务 as keyof typeof ROSTER_ROLES] : undefined
    if (cells.职务 && !role) bad('职务', `应为：${Object.keys(ROSTER_ROLES).join('、')}，或留空`)
    const org = cells.管理组织编码 || (role === 'secretary' ? cells.支部编码 : '')
    if (role && !orgs.has(org) && !unread(org)) bad('管理组织编码', `没有编码为“${org}”的组织`)
    if (role === 'secretary' && orgs.get(org) && orgs.get(org)!.type !== 'branch')
      bad('管理组织编码', '书记管理的应是支部')
    return {
      ...(id ? { id } : {}),
      ...person,
      branch: cells.支部编码,
      ...(role ? { role: { role, org } } : {}),
    }
  })
}
