import type { Org } from '../src/database/tables'
import type { Role } from '../../domain/contract/roles'
import { DEMO_TENANT } from './identities'

export interface DistrictSize {
  units: number
  generalBranches: number
  branches: number
  members: number
  days: number
}

/** 2,041 organisations and 44,984 members, the size this was designed for; 60 days of study. */
export const FULL: DistrictSize = { units: 86, generalBranches: 10, branches: 1944, members: 44_984, days: 60 }
/** Enough of everything for tests. */
export const SMALL: DistrictSize = { units: 3, generalBranches: 1, branches: 8, members: 64, days: 21 }

export interface DemoMember {
  id: string
  index: number
  branch: string
  name: string
  offline: boolean
  roles: { role: Role; org: string }[]
}

const SURNAMES = Array.from('赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶')
const GIVEN = Array.from('一二三四五六七八九十甲乙丙丁戊己庚辛壬癸')
const two = (n: number) => String(n).padStart(2, '0')

/** The same number gives the same id, always of the form the service accepts. */
export const demoId = (n: number, kind = 0) => `00000000-000${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`

/** The invented tree: district, units, in the first units a general branch between, branches. */
export function demoOrgs(size: DistrictSize): Org[] {
  const org = (org_id: string, parent: Org | undefined, type: Org['type'], name: string): Org => ({
    tenant_id: DEMO_TENANT,
    org_id,
    parent_id: parent?.org_id ?? null,
    type,
    name,
    path: `${parent?.path ?? '/'}${org_id}/`,
    demo: true,
  })
  const root = org('d', undefined, 'district', '示例区')
  const out = [root]
  const units = Array.from({ length: size.units }, (_, i) =>
    org(`u${two(i + 1)}`, root, 'committee', `示例街道${two(i + 1)}`),
  )
  const general = Array.from({ length: size.generalBranches }, (_, i) =>
    org(`${units[i]!.org_id}-g`, units[i], 'general_branch', `${units[i]!.name}总支`),
  )
  out.push(...units, ...general)
  for (let i = 0; i < size.branches; i++) {
    const unit = units[i % size.units]!
    const number = Math.floor(i / size.units) + 1
    // Every other branch of a unit that has a general branch belongs to that.
    const parent = (number % 2 === 0 && general[i % size.units]) || unit
    out.push(org(`${unit.org_id}-${two(number)}`, parent, 'branch', `${unit.name}第${number}支部`))
  }
  return out
}

/** Members dealt out over the branches, of uneven size, with the roles of each branch, unit and the district. */
export function* demoMembers(orgs: readonly Org[], size: DistrictSize): Generator<DemoMember> {
  const branches = orgs.filter(it => it.type === 'branch')
  // Weights from 8 to 38: branches of the same unit differ as real ones do.
  const weights = branches.map((_, i) => 8 + ((15 + i * 7919) % 31))
  const sum = weights.reduce((a, b) => a + b, 0)
  let index = 0
  let due = 0
  for (const [i, branch] of branches.entries()) {
    due += (weights[i]! / sum) * size.members
    const last = i === branches.length - 1 ? size.members : Math.round(due)
    for (let place = 0; index < last; place++, index++) {
      const surname = SURNAMES[(index * 11) % SURNAMES.length]!
      const name = `示例${surname}${GIVEN[index % GIVEN.length]!}${GIVEN[Math.floor(index / 20) % GIVEN.length]!}`
      yield {
        id: demoId(index),
        index,
        branch: branch.org_id,
        name,
        offline: place % 12 === 11,
        roles: rolesOf(i, place, branch, orgs),
      }
    }
  }
}

function rolesOf(branchIndex: number, place: number, branch: Org, orgs: readonly Org[]): DemoMember['roles'] {
  const unit = branch.path.split('/')[2]!
  if (place === 0) return [{ role: 'secretary', org: branch.org_id }]
  if (place === 1 && branch.org_id.endsWith('-01')) return [{ role: 'unit_admin', org: unit }]
  if (place === 3 && branchIndex === 1) return [{ role: 'organiser', org: orgs[0]!.org_id }]
  if (place === 2 && branchIndex === 0) return [{ role: 'supervisor', org: orgs[0]!.org_id }]
  return []
}
