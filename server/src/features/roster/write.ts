import { ROSTER_ORG_TYPES } from '../../../../domain/contract/org-types'
import fs from 'node:fs'
import { sql } from 'kysely'
import type { Column } from '../../../../domain/text/table'
import type { Database } from '../../database/pool'
import type { Member, Org } from '../../database/tables'
import { ROSTER_ROLES, type Role } from '../../../../domain/contract/roles'
import { excel } from '../../exports/excel'
import { writeSheet } from '../../exports/workbook'
import {
  MEMBER_COLUMNS,
  MEMBER_SHEET,
  type MemberColumn,
  ORG_COLUMNS,
  ORG_SHEET,
  type OrgColumn,
  STATUSES,
  nameOf,
} from './columns'
import { lastPost } from './posts'

/**
 * Writes the sheet that the import reads, for nobody else on the machine to read, whole or not at all. Last four digits are not
 * in it: only their hash is kept.
 */
export async function writeRoster(db: Database, tenant: string, file: string): Promise<number> {
  const orgs = await sql<Org>`select * from org where tenant_id = ${tenant} order by path`.execute(db)
  const members = await sql<
    Member & { role: Role | null; org: string | null; committee: boolean | null; party_group: string | null }
  >`
    select m.*, g.role, g.org_id as org, o.committee, o.party_group from member m
    ${lastPost(tenant)}
    left join lateral (select role, org_id from role_grant where tenant_id = ${tenant} and member_id = m.member_id
      order by role limit 1) g on true
    where m.tenant_id = ${tenant} and m.status = 'active' order by m.branch_id, m.place, m.name, m.member_id`.execute(
    db,
  )
  const { stream } = await excel()
  const half = `${file}.${process.pid}`
  const book = new stream.xlsx.WorkbookWriter({ stream: fs.createWriteStream(half, { mode: 0o600 }), useStyles: true })
  const orgCells = (it: Org): Record<OrgColumn, string> => ({
    组织编码: it.org_id,
    组织名称: it.name,
    类型: nameOf(ROSTER_ORG_TYPES, it.type),
    上级编码: it.parent_id ?? '',
  })
  const memberCells = (it: (typeof members.rows)[number]): Record<MemberColumn, string> => ({
    编号: it.member_id,
    姓名: it.name,
    支部编码: it.branch_id,
    手机后四位: '',
    不用手机: it.offline ? '是' : '',
    状态: nameOf(STATUSES, 'active'),
    职务: it.role ? nameOf(ROSTER_ROLES, it.role) : '',
    管理组织编码: it.org ?? '',
    支委: it.committee ? '是' : '',
    党小组: it.party_group ?? '',
  })
  writeSheet(book, ORG_SHEET, asText(ORG_COLUMNS), orgs.rows.map(orgCells))
  writeSheet(book, MEMBER_SHEET, asText(MEMBER_COLUMNS), members.rows.map(memberCells))
  try {
    await book.commit()
    fs.renameSync(half, file)
  } finally {
    fs.rmSync(half, { force: true })
  }
  return members.rows.length
}

/** Every cell is text: codes and digits keep their leading zeros. */
function asText<Title extends string>(titles: readonly Title[]): Column<Record<Title, string>>[] {
  return titles.map(title => ({ key: title, title, type: 'text', value: row => row[title] }))
}
